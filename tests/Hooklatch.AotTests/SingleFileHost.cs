namespace Hooklatch.AotTests;

/// <summary>samples/SingleFile, built once into a folder of its own, so that it shares no file with the build that started the tests.</summary>
public sealed class SingleFileHost : IDisposable
{
    private readonly SemaphoreSlim _once = new(1);
    private string? _binary;

    public void Dispose() => _once.Dispose();

    /// <summary>The path of the binary.</summary>
    internal async Task<string> BuildAsync()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _binary ??= await BuildSampleAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    private static async Task<string> BuildSampleAsync(CancellationToken cancellationToken)
    {
        var artifacts = Repository.PathOf("artifacts", "single");
        using var alone = await CrossProcessLock.TakeAsync("single", cancellationToken);
        var build = await ChildProcess.RunAsync(
            "dotnet",
            ["build", "samples/SingleFile", "--artifacts-path", artifacts, "-warnaserror", "-p:RunAnalyzers=false"],
            Repository.Root,
            cancellationToken
        );
        Assert.True(build.ExitCode == 0, build.Output + build.Errors);
        return Path.Combine(artifacts, "bin", "SingleFile", "debug", "SingleFile");
    }
}
