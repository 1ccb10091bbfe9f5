using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Hooklatch.TestKit.Processes;

/// <summary>The sample hosts as native binaries, each published once for all tests of this assembly.</summary>
public sealed partial class PublishedSamples : IDisposable
{
    /// <summary>Shared by everything that publishes: two publishes of one project would write the same files.</summary>
    private const string Lock = "publish";

    /// <summary>The sample of webhooks, routes and jobs.</summary>
    private const string Host = "Host";

    /// <summary>The host of the plugin with an endpoint for each provider.</summary>
    private const string ProvidersHost = "ProvidersHost";

    private readonly SemaphoreSlim _once = new(1);
    private readonly Dictionary<string, Publication> _publications = [];

    public void Dispose() => _once.Dispose();

    /// <summary>The folder of the binary and all that was printed while it was built.</summary>
    internal Task<Publication> PublishAsync() => PublishAsync(Host);

    /// <summary>The same of the host of all providers.</summary>
    internal Task<Publication> PublishProvidersAsync() => PublishAsync(ProvidersHost);

    /// <summary>The same of the sample on PostgreSQL.</summary>
    internal Task<Publication> PublishOnPostgresAsync() => PublishAsync(Host, "Postgres");

    /// <summary>Starts the binary on a free port, with these settings on its command line.</summary>
    internal async Task<RunningHost> StartAsync(params string[] settings) =>
        await RunningHost.StartAsync((await PublishAsync()).Binary, settings);

    /// <summary>The same of the host of all providers.</summary>
    internal async Task<RunningHost> StartProvidersAsync(params string[] settings) =>
        await RunningHost.StartAsync((await PublishProvidersAsync()).Binary, settings);

    /// <summary>The same of the sample on PostgreSQL.</summary>
    internal async Task<RunningHost> StartOnPostgresAsync(params string[] settings) =>
        await RunningHost.StartAsync((await PublishOnPostgresAsync()).Binary, settings);

    private async Task<Publication> PublishAsync(string sample, string store = "")
    {
        Component.Require("clang", "gcc");
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_publications.TryGetValue(sample + store, out var publication))
            {
                publication = await PublishSampleAsync(sample, store, TestContext.Current.CancellationToken);
                _publications.Add(sample + store, publication);
            }

            return publication;
        }
        finally
        {
            _once.Release();
        }
    }

    private static async Task<Publication> PublishSampleAsync(string sample, string store, CancellationToken cancellationToken)
    {
        // Everything goes below a folder of its own, so that the publish and the build that started the tests share no file.
        var artifacts = Repository.PathOf("artifacts", "aot" + store);
        var folder = Path.Combine(artifacts, sample);
        using var alone = await CrossProcessLock.TakeAsync(Lock, cancellationToken);
        var publish = await ChildProcess.RunAsync(
            "dotnet",
            [
                "publish",
                "samples/" + sample,
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
                .. store.Length == 0 ? Array.Empty<string>() : ["-p:SampleStore=" + store],
            ],
            Repository.Root,
            cancellationToken
        );
        Assert.True(publish.ExitCode == 0, publish.Output + publish.Errors);
        return new Publication(Path.Combine(folder, sample), WarningsIn(publish.Output));
    }

    internal static string[] WarningsIn(string output) => [.. Warning.Matches(output).Select(match => match.Value)];

    [GeneratedRegex(@"^.*\bwarning [A-Z]+\d+.*$", RegexOptions.Multiline)]
    private static partial Regex Warning { get; }

    internal sealed record Publication(string Binary, string[] Warnings);
}
