namespace Hooklatch.AotTests;

/// <summary>The packages of the repository, packed once for all tests of this assembly into a folder that is a feed.</summary>
public sealed class PackageFeed : IDisposable
{
    /// <summary>No feed and no machine has this version of its own.</summary>
    public const string Version = "0.0.1-test";

    private static readonly string[] Packages = ["Hooklatch", "Hooklatch.Sessions"];

    private readonly SemaphoreSlim _once = new(1);
    private readonly TemporaryFolder _folder = new();
    private bool _isPacked;

    public void Dispose()
    {
        _folder.Dispose();
        _once.Dispose();
    }

    /// <summary>The folder with the packages.</summary>
    internal async Task<string> PackAsync()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_isPacked)
            {
                await PackAllAsync(TestContext.Current.CancellationToken);
                _isPacked = true;
            }

            return _folder.Path;
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task PackAllAsync(CancellationToken cancellationToken)
    {
        // Two packs at once would write the same files of the repository.
        using var alone = await CrossProcessLock.TakeAsync("pack", cancellationToken);
        foreach (var package in Packages)
        {
            var pack = await ChildProcess.RunAsync(
                "dotnet",
                [
                    "pack",
                    Repository.PathOf("src", package),
                    "-c",
                    "Release",
                    "-o",
                    _folder.Path,
                    $"-p:PackageVersion={Version}",
                    // The build of these tests has run them over the same sources.
                    "-p:RunAnalyzers=false",
                ],
                Repository.Root,
                cancellationToken
            );
            Assert.True(pack.ExitCode == 0, pack.Output + pack.Errors);
        }
    }
}
