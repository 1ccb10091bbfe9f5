using BenchmarkDotNet.Running;
using Hooklatch.Benchmarks.Compilation;
using Hooklatch.Benchmarks.FromJson;
using Hooklatch.Benchmarks.Http;
using Hooklatch.Benchmarks.Pipeline;
using Hooklatch.Benchmarks.Scale;
using Hooklatch.Benchmarks.Uploads;
using Hooklatch.Tests.Shared;

// In process, so that nothing is built while something is measured; the rest of the line is BenchmarkDotNet's, such as `--job short`.
return args switch
{
    ["json", .. var options] => Run<FromJsonBenchmark>(options),
    ["pipeline", .. var options] => Run<PipelineBenchmark>(options),
    ["upload-memory"] => await UploadMemory.RunAsync(),
    ["bench-http", .. var scenarios] => await HttpBenchmark.RunAsync(scenarios),
    ["generator"] => await GeneratorBenchmark.RunAsync(),
    ["build"] => await PluginBuild.RunAsync(),
    ["start-up"] => await StartUp.RunAsync(),
    _ => Usage(),
};

static int Run<T>(string[] options) =>
    BenchmarkSwitcher
        .FromTypes([typeof(T)])
        .Run(["--filter", "*", "--inProcess", "--artifacts", Repository.PathOf("artifacts", "benchmarks"), .. options])
        .All(summary => summary.Reports.Length > 0 && summary.Reports.All(report => report.Success))
        ? 0
        : 1;

static int Usage()
{
    Console.Error.WriteLine(
        """
        Usage: dotnet run -c Release --project tests/Hooklatch.Benchmarks -- COMMAND

          json [--job short]   [FromJson] beside System.Text.Json on GitHub's 329 example payloads
          pipeline             a request from routing to the answer without a server, and its parts
          upload-memory        what a signed upload of 100 MB adds to a host's resident memory
          bench-http [SIZE]    servers under load, ours and others in turn: 200B, 7KB, 100KB, 1MB
          generator            what the generator costs per key in an editor, beside RequestDelegateGenerator
          build                the compiler's time and memory for 1,000 handlers
          start-up             time to the first answer, memory and size of native hosts
        """
    );
    return 2;
}
