using Hooklatch.Benchmarks;
using Hooklatch.Benchmarks.Compilation;
using Hooklatch.Benchmarks.FromJson;
using Hooklatch.Benchmarks.Http;
using Hooklatch.Benchmarks.Jobs;
using Hooklatch.Benchmarks.Oracle;
using Hooklatch.Benchmarks.Pipeline;
using Hooklatch.Benchmarks.Profiles;
using Hooklatch.Benchmarks.Scale;
using Hooklatch.Benchmarks.Strangers;
using Hooklatch.Benchmarks.Uploads;

// docs/performance.md says what each figure means, and holds the last of them.
var success = args switch
{
    ["json", .. var options] => InProcess.Run<FromJsonBenchmark>(options),
    ["pipeline", .. var options] => InProcess.Run<PipelineBenchmark>(options),
    ["upload-memory"] => await UploadMemory.RunAsync(),
    ["bench-http", .. var scenarios] => await HttpBenchmark.RunAsync(scenarios),
    ["bench-earlier", var binary, .. var scenarios] => await HttpBenchmark.RunBesideAsync(binary, scenarios),
    ["jobs"] => await JobBenchmark.RunAsync(),
    ["profile"] => await ProfileBenchmark.RunAsync(),
    ["start-up"] => await StartUp.RunAsync(),
    ["generator"] => GeneratorBenchmark.Run(),
    ["build"] => await PluginBuild.RunAsync(),
    ["build-earlier", var checkout] => await PluginBuild.RunAsync(checkout),
    ["oracle"] => OracleBenchmark.Run(),
    ["strangers", .. var providers] => await StrangerBenchmark.RunAsync(providers),
    ["check"] => InProcess.Check() & OracleBenchmark.Check(),
    ["all"] => InProcess.Run<FromJsonBenchmark>(["--job", "short"], quiet: true)
        & InProcess.Run<PipelineBenchmark>(["--job", "short"], quiet: true)
        & await UploadMemory.RunAsync()
        & await HttpBenchmark.RunAsync([])
        & await ProfileBenchmark.RunAsync()
        & await StartUp.RunAsync()
        & GeneratorBenchmark.Run()
        & await PluginBuild.RunAsync()
        & OracleBenchmark.Run(),
    _ => Explain(),
};
return success ? 0 : 1;

static bool Explain()
{
    Console.Error.WriteLine(
        """
        Usage: dotnet run -c Release --project tests/Hooklatch.Benchmarks -- COMMAND

          json [--job short]      [FromJson] beside System.Text.Json on GitHub's 329 example payloads
          pipeline [--job short]  a request from routing to the answer without a server, and its parts
          upload-memory           what a signed upload of 100 MB adds to a host's resident memory
          bench-http [SIZE …]     servers under load, ours and others in turn: 200B, 7KB, 100KB, 1MB,
                                  queued-200B, queued-7KB
          bench-earlier BINARY [SIZE …]
                                  the same for this commit beside a published HooklatchHost of another
          jobs                    1,000 jobs that one handler starts, beside 1,000 queued deliveries
          profile                 whose code runs in a host under load, by Linux's perf
          start-up                time to the first answer, memory and size of native hosts
          generator               what the generator costs per key in an editor, beside RequestDelegateGenerator
          build                   the compiler's time and memory for 1,000 handlers
          build-earlier CHECKOUT  the same beside another commit's checkout
          oracle                  whether the time of a rejection tells what was inside what nobody signed
          strangers [PROVIDER …]  what one request that nobody signed may cost, for every provider, as a table for docs/security.md
          check                   whether the in-process benchmarks do the work that they measure, without measuring it
          all                     everything, as tables for docs/performance.md
        """
    );
    return false;
}
