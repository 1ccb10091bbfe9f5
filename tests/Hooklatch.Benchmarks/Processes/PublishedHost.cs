using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Hooklatch.Benchmarks.Processes;

/// <summary>A host as a native binary.</summary>
internal static class PublishedHost
{
    private static readonly ConcurrentDictionary<string, Task<string>> Published = new();

    private static readonly string Artifacts = Repository.PathOf("artifacts", "bench-hosts");

    /// <summary>Publishes a project of Hosts, once, and gives the path of its binary.</summary>
    public static Task<string> PublishAsync(string name) =>
        PublishAsync(name, Repository.PathOf("tests", "Hooklatch.Benchmarks", "Hosts", name));

    /// <summary>Publishes a project, once, and gives the path of its binary.</summary>
    public static Task<string> PublishAsync(string name, string project) =>
        Published.GetOrAdd(name, _ => PublishProjectAsync(name, project));

    private static async Task<string> PublishProjectAsync(string name, string project)
    {
        var folder = Path.Combine(Artifacts, "publish", name);
        Console.Error.WriteLine($"Publishing {name} …");
        // Everything goes below a folder of its own, so that it shares no file with the build that this program came from.
        await Tool.RunAsync(
            "dotnet",
            "publish",
            project,
            "-c",
            "Release",
            "-r",
            RuntimeInformation.RuntimeIdentifier,
            "--artifacts-path",
            Artifacts,
            "-o",
            folder,
            "-warnaserror"
        );
        return Path.Combine(folder, name);
    }
}
