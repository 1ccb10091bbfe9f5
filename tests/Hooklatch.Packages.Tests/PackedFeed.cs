using System.Xml.Linq;

namespace Hooklatch.Packages.Tests;

/// <summary>Every package of the repository, packed once for all tests of this assembly into a folder that is a feed.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    /// <summary>No feed has this version, and none has a later one: whoever asks for the latest gets what is packed here.</summary>
    public const string Version = "9999.0.1";

    /// <summary>Holds the builds of earlier runs, so that only what has changed is built.</summary>
    private static readonly string Artifacts = Repository.PathOf("artifacts", "packages");

    private readonly TemporaryFolder _folder = new();

    /// <summary>The projects that say that they are packages, by the names of their folders, which are those of the packages.</summary>
    public static IReadOnlyList<string> Projects { get; } =
    [
        .. ProjectsIn("src")
            .Where(file => (string?)XDocument.Load(file).Descendants("IsPackable").FirstOrDefault() == "true")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    internal string Folder => _folder.Path;

    internal Package Open(string id) => Package.Read(Path.Combine(_folder.Path, $"{id}.{Version}.nupkg"));

    /// <summary>Where the build keeps what it makes of a project on the way.</summary>
    internal static string IntermediateOf(string project) => Path.Combine(Artifacts, "obj", project, "release");

    public async ValueTask InitializeAsync()
    {
        using var alone = await CrossProcessLock.TakeAsync("packages", CancellationToken.None);
        using var solution = new TemporaryFolder();
        // A project that a solution does not name is built as Debug, whatever is asked for.
        var projects = ProjectsIn("src").Concat(ProjectsIn("generators")).Select(file => $"<Project Path=\"{file}\" />");
        solution.Write("Packages.slnx", $"<Solution>{string.Concat(projects)}</Solution>");
        var pack = await Sdk.RunAsync(
            Repository.Root,
            [
                "pack",
                solution.PathOf("Packages.slnx"),
                "-c",
                "Release",
                "-o",
                _folder.Path,
                "--artifacts-path",
                Artifacts,
                $"-p:Version={Version}",
                // The build of these tests has run them over the same sources.
                "-p:RunAnalyzers=false",
                "-warnaserror",
            ]
        );
        Assert.True(pack.ExitCode == 0, pack.Output + pack.Errors);
    }

    private static IEnumerable<string> ProjectsIn(string folder) =>
        Directory.EnumerateDirectories(Repository.PathOf(folder)).SelectMany(project => Directory.EnumerateFiles(project, "*.csproj"));

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
