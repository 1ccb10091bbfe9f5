namespace Hooklatch.AotTests;

/// <summary>What tests/Hooklatch.Benchmarks measures still does what it is measured for. Nothing is timed here.</summary>
public sealed class BenchmarkTests
{
    [Fact]
    public async Task The_benchmarks_in_process_give_the_right_answers()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        var (framework, configuration) = (folder.Name, folder.Parent!.Name);
        var program = Repository.PathOf("tests", "Hooklatch.Benchmarks", "bin", configuration, framework, "Hooklatch.Benchmarks.dll");

        var run = await ChildProcess.RunAsync("dotnet", [program, "check"], Repository.Root, TestContext.Current.CancellationToken);

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }
}
