using System.Diagnostics;

namespace Hooklatch.AotTests;

/// <summary>A large host: fifty plugins with twenty webhooks each, beside an empty one.</summary>
public sealed class ManyPluginsTests(PackageFeed feed)
{
    private const int Plugins = 50;
    private const int Webhooks = 20;

    [Fact]
    public async Task Fifty_plugins_with_twenty_webhooks_each_are_linked_and_answer()
    {
        using var workshop = await Workshop.OpenAsync(feed);
        foreach (var plugin in Enumerable.Range(0, Plugins))
        {
            workshop.WriteLibrary($"plugin{plugin}", Workshop.Reference, Source(plugin));
        }

        workshop.WriteHost(
            "many",
            string.Concat(Enumerable.Range(0, Plugins).Select(i => $"<ProjectReference Include=\"../plugin{i}/plugin{i}.csproj\" />\n"))
        );
        workshop.WriteHost("empty", Workshop.Reference);
        var (emptyBuild, manyBuild) = (await BuildAsync(workshop, "empty"), await BuildAsync(workshop, "many"));

        var (empty, emptyStart) = await StartAsync(workshop, "empty");
        var (many, manyStart) = await StartAsync(workshop, "many");
        await using (empty)
        await using (many)
        {
            var cancellation = TestContext.Current.CancellationToken;
            foreach (var plugin in Enumerable.Range(0, Plugins))
            {
                foreach (var webhook in Enumerable.Range(0, Webhooks))
                {
                    Assert.Equal(
                        $"{plugin} {webhook}",
                        await many.Client.GetStringAsync($"/api/plugin/acme.plugin{plugin}/webhook/hook{webhook}", cancellation)
                    );
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"Build: {emptyBuild.TotalSeconds:0.0} s empty, {manyBuild.TotalSeconds:0.0} s with {Plugins} plugins. "
                + $"Start: {emptyStart.TotalMilliseconds:0} ms empty, {manyStart.TotalMilliseconds:0} ms with {Plugins * Webhooks} webhooks."
        );
    }

    private static string Source(int plugin) =>
        $$"""
            [assembly: Plugin("acme", "plugin{{plugin}}")]

            internal static class Handlers
            {
            {{string.Concat(Enumerable.Range(0, Webhooks).Select(webhook => Handler(plugin, webhook)))}}
            }
            """;

    private static string Handler(int plugin, int webhook) =>
        $"    [Webhook(\"/hook{webhook}\"), Unverified(\"test\")] public static Task<string> Hook{webhook}() => Task.FromResult(\"{plugin} {webhook}\");\n";

    private static async Task<TimeSpan> BuildAsync(Workshop workshop, string host)
    {
        await workshop.RunAsync(host, "restore");
        var watch = Stopwatch.StartNew();
        await workshop.RunAsync(
            host,
            "build",
            "--no-restore",
            "-o",
            workshop.Folder.PathOf($"out-{host}"),
            "-warnaserror",
            "-p:RunAnalyzers=false"
        );
        return watch.Elapsed;
    }

    private static async Task<(RunningHost Host, TimeSpan Start)> StartAsync(Workshop workshop, string host)
    {
        var watch = Stopwatch.StartNew();
        var running = await RunningHost.StartAsync(workshop.Folder.PathOf($"out-{host}", host), []);
        return (running, watch.Elapsed);
    }
}
