using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using Hooklatch.Benchmarks.FromJson;
using Hooklatch.Benchmarks.Pipeline;

namespace Hooklatch.Benchmarks;

/// <summary>Runs BenchmarkDotNet in this process, so that nothing is built while something is measured.</summary>
internal static class InProcess
{
    /// <summary>Prepares all benchmarks, which makes sure that each side gives the right answer.</summary>
    public static bool Check()
    {
        new FromJsonBenchmark().Setup();
        new PipelineBenchmark().Prepare();
        return true;
    }

    /// <summary>Runs all benchmarks of a class and says whether each of them gave a figure.</summary>
    /// <param name="options">BenchmarkDotNet's own, such as <c>--job short</c>.</param>
    /// <param name="quiet">Whether only the table is printed.</param>
    public static bool Run<T>(string[] options, bool quiet = false)
    {
        var config = quiet ? ManualConfig.CreateEmpty().AddColumnProvider(DefaultColumnProviders.Instance) : DefaultConfig.Instance;
        string[] arguments = ["--filter", "*", "--inProcess", "--artifacts", Repository.PathOf("artifacts", "benchmarks"), .. options];
        var summaries = BenchmarkSwitcher.FromTypes([typeof(T)]).Run(arguments, config).ToList();
        if (quiet)
        {
            summaries.ForEach(summary => MarkdownExporter.GitHub.ExportToLog(summary, ConsoleLogger.Ascii));
        }

        return summaries
            .SelectMany(summary => summary.Reports)
            .Select(report => report.Success)
            .DefaultIfEmpty(false)
            .All(success => success);
    }
}
