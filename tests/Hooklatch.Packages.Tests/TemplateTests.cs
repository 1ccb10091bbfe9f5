using System.Net;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Hooklatch.Packages.Tests;

/// <summary>Each template, as its user gets it: what it makes builds without a warning, passes its tests, and is published as a native binary.</summary>
public sealed partial class TemplateTests(PackedFeed feed)
{
    public static TheoryData<string, string, string, string> Templates =>
        new()
        {
            // The template, the name, what else is said, and the project that is published.
            { "hooklatch-app", "Shop", "", "src/Shop" },
            { "hooklatch-app", "my-hooks.app", "--plugin-author octo --module in_1 --provider Stripe", "" },
            { "hooklatch-plugin", "Orders", "--provider Shopify", "host/Orders.Host" },
            { "hooklatch-host", "Front", "--provider StandardWebhooks", "src/Front" },
        };

    [Theory]
    [MemberData(nameof(Templates))]
    public async Task It_builds_passes_its_tests_and_is_published_without_a_warning(
        string template,
        string name,
        string options,
        string publish
    )
    {
        using var workplace = new Workplace(feed);
        await workplace.RunAsync("", "new", "install", "Hooklatch.Templates");
        await workplace.RunAsync("", ["new", template, "-n", name, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        AssertNothingIsLeftOver(workplace.Folder.PathOf(name));
        await workplace.RunAsync(name, "build", "-warnaserror");
        var tests = await workplace.RunAsync(name, "test", "--no-build");
        Assert.Matches(@"succeeded: 3\b", tests);
        Assert.Equal(template == "hooklatch-plugin", File.Exists(workplace.Folder.PathOf(name, "WEBHOOKS.md")));
        if (publish.Length == 0)
        {
            return;
        }

        Component.Require("clang", "gcc");
        var published = await workplace.RunAsync(
            name,
            "publish",
            publish,
            "-r",
            RuntimeInformation.RuntimeIdentifier,
            "-o",
            workplace.Folder.PathOf("out"),
            "-warnaserror"
        );
        Assert.DoesNotMatch(@"\bwarning [A-Z]+\d+", published);
        await using var host = await RunningBinary.StartAsync(workplace.Folder.PathOf("out", Path.GetFileName(publish)));
        Assert.Equal("Healthy", await host.Client.GetStringAsync("/health", TestContext.Current.CancellationToken));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Client.GetAsync("/api/plugin/acme.nothing", TestContext.Current.CancellationToken)).StatusCode
        );
    }

    /// <summary>There is no container engine here: what can be said of the file without one.</summary>
    [Theory]
    [InlineData("hooklatch-app", "src/Hook-Project")]
    [InlineData("hooklatch-plugin", "host/Hook-Project.Host")]
    [InlineData("hooklatch-host", "src/Hook-Project")]
    public void Its_container_is_built_natively_pinned_small_and_not_root(string template, string project)
    {
        var lines = feed.Open("Hooklatch.Templates").Text($"content/{template}/Dockerfile").Split('\n');
        var stages = lines.Where(line => line.StartsWith("FROM ", StringComparison.Ordinal)).ToArray();

        Assert.Equal(2, stages.Length);
        Assert.All(stages, stage => Assert.Matches(@"^FROM mcr\.microsoft\.com/dotnet/[a-z-]+:10\.0-noble", stage));
        Assert.EndsWith("-chiseled", stages[1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.Contains($"dotnet publish {project} -c Release", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("clang zlib1g-dev", StringComparison.Ordinal));
        Assert.Contains("USER 1654", lines);
        Assert.Contains($"ENTRYPOINT [\"./{Path.GetFileName(project)}\"]", lines);
    }

    [Fact]
    public void Every_template_comes_with_what_all_have_in_common()
    {
        var files = feed.Open("Hooklatch.Templates").Files.Keys;

        Assert.All(
            (string[])["app", "plugin", "host"],
            template =>
                Assert.All(
                    (string[])
                        [
                            ".gitignore",
                            ".dockerignore",
                            "global.json",
                            "Directory.Build.props",
                            "Dockerfile",
                            "README.md",
                            "Hook-Project.slnx",
                            ".template.config/template.json",
                        ],
                    file => Assert.Contains($"content/hooklatch-{template}/{file}", files)
                )
        );
    }

    private static void AssertNothingIsLeftOver(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotMatch(LeftOver, Path.GetRelativePath(folder, file));
            Assert.DoesNotMatch(LeftOver, File.ReadAllText(file));
        }

        foreach (var settings in Directory.EnumerateFiles(folder, "appsettings.json", SearchOption.AllDirectories))
        {
            var schema = (string?)JsonNode.Parse(File.ReadAllText(settings))!["$schema"];
            Assert.Matches(@"^bin/Debug/net10\.0/.+\.appsettings\.schema\.json$", schema);
        }
    }

    /// <summary>What stands in a template for what its user says.</summary>
    [GeneratedRegex("Hook[-_]Project|HookProvider|hook_|hook-endpoint|hook\\.json|HOOKLATCH_VERSION|XUNIT_VERSION")]
    private static partial Regex LeftOver { get; }
}
