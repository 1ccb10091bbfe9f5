using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Hooklatch.AotTests;

/// <summary>The sample host as a native binary, published once for all tests of this assembly.</summary>
public sealed partial class PublishedHost : IDisposable
{
    /// <summary>Shared by everything that publishes: two publishes of one project would write the same files.</summary>
    private const string Lock = "publish";

    private readonly SemaphoreSlim _once = new(1);
    private Publication? _publication;

    public void Dispose() => _once.Dispose();

    /// <summary>The folder of the binary and all that was printed while it was built.</summary>
    internal async Task<Publication> PublishAsync()
    {
        Component.Require("clang", "gcc");
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _publication ??= await PublishSampleAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    /// <summary>Starts the binary on a free port, with these settings on its command line.</summary>
    internal async Task<RunningHost> StartAsync(params string[] settings) =>
        await RunningHost.StartAsync((await PublishAsync()).Binary, settings);

    private static async Task<Publication> PublishSampleAsync(CancellationToken cancellationToken)
    {
        // Everything goes below a folder of its own, so that the publish and the build that started the tests share no file.
        var artifacts = Repository.PathOf("artifacts", "aot");
        var folder = Path.Combine(artifacts, "Host");
        using var alone = await CrossProcessLock.TakeAsync(Lock, cancellationToken);
        var publish = await ChildProcess.RunAsync(
            "dotnet",
            [
                "publish",
                "samples/Host",
                "-c",
                "Release",
                "-r",
                RuntimeInformation.RuntimeIdentifier,
                "--artifacts-path",
                artifacts,
                "-o",
                folder,
                "-warnaserror",
                // The build of these tests has run them over the same sources; the native compiler looks for itself.
                "-p:RunAnalyzers=false",
            ],
            Repository.Root,
            cancellationToken
        );
        Assert.True(publish.ExitCode == 0, publish.Output + publish.Errors);
        return new Publication(Path.Combine(folder, "Host"), WarningsIn(publish.Output));
    }

    internal static string[] WarningsIn(string output) => [.. Warning.Matches(output).Select(match => match.Value)];

    [GeneratedRegex(@"^.*\bwarning [A-Z]+\d+.*$", RegexOptions.Multiline)]
    private static partial Regex Warning { get; }

    internal sealed record Publication(string Binary, string[] Warnings);
}
