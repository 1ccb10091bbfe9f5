using System.Buffers.Binary;
using System.Reflection;
using System.Text;
using System.Xml.Linq;

namespace Hooklatch.Packages.Tests;

/// <summary>Each package is what a feed, an editor and a debugger expect, and holds nothing else.</summary>
public sealed class PackageTests(PackedFeed feed)
{
    private const string Templates = "Hooklatch.Templates";

    public static TheoryData<string> Packages => [.. PackedFeed.Projects];

    public static TheoryData<string> Libraries => [.. PackedFeed.Projects.Where(id => id is not (Templates or "Hooklatch.Cli"))];

    [Fact]
    public void Every_project_that_is_a_package_is_packed() =>
        Assert.Equal(
            PackedFeed.Projects,
            Directory
                .EnumerateFiles(feed.Folder)
                .Select(file => Path.GetFileName(file).Replace($".{PackedFeed.Version}.nupkg", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Packages))]
    public void It_says_what_it_is_whose_and_where_from(string id)
    {
        var package = feed.Open(id);
        var repository = RepositoryUrl();

        Assert.Equal("MIT", (string?)package["license"]);
        Assert.Equal("expression", (string?)package["license"]?.Attribute("type"));
        Assert.Equal(repository, (string?)package["repository"]?.Attribute("url"));
        Assert.Equal("git", (string?)package["repository"]?.Attribute("type"));
        Assert.Equal(repository, (string?)package["projectUrl"]);
        Assert.True(((string)package["description"]!).Length > 40);
        Assert.Contains("webhooks", (string?)package["tags"], StringComparison.Ordinal);
        Assert.Equal("The Hooklatch authors", (string?)package["authors"]);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void It_has_an_icon_and_a_page_whose_links_work_anywhere(string id)
    {
        var package = feed.Open(id);

        Assert.Equal("icon.png", (string?)package["icon"]);
        Assert.Equal(File.ReadAllBytes(Repository.PathOf("assets", "icon.png")), package.Files["icon.png"]);
        Assert.Equal(128u, BinaryPrimitives.ReadUInt32BigEndian(package.Files["icon.png"].AsSpan(16)));
        var page = package.Text((string)package["readme"]!);
        Assert.StartsWith("# ", page, StringComparison.Ordinal);
        if ((string?)package["readme"] == "README.md")
        {
            Assert.DoesNotMatch(@"\]\((?!https://)", page);
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void It_holds_nothing_else_of_the_repository_or_the_machine(string id) => Assert.Empty(Inspection.Problems(feed.Open(id)));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_brings_its_documentation(string id)
    {
        var documentation = XDocument.Load(new MemoryStream(feed.Open(id).Files[$"lib/net10.0/{id}.xml"]));

        Assert.NotEmpty(documentation.Descendants("member"));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_was_validated(string id) =>
        Assert.NotEmpty(Directory.EnumerateFiles(PackedFeed.IntermediateOf(id), "*ValidatePackage.semaphore"));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_depends_on_packages_of_its_own_version(string id)
    {
        var own = feed.Open(id)
            .Metadata.Descendants()
            .Where(element => element.Name.LocalName == "dependency")
            .Select(element => ((string)element.Attribute("id")!, (string)element.Attribute("version")!))
            .Where(dependency => dependency.Item1.StartsWith("Hooklatch", StringComparison.Ordinal));

        Assert.All(own, dependency => Assert.Equal(PackedFeed.Version, dependency.Item2));
        Assert.Equal(id == "Hooklatch", !own.Any());
    }

    [Fact]
    public void The_main_package_brings_generator_task_and_schema_and_depends_on_nothing()
    {
        var package = feed.Open("Hooklatch");

        Assert.Equal(
            ["Cronos.dll", "Hooklatch.CodeFixes.dll", "Hooklatch.Generators.dll"],
            package
                .Files.Keys.Where(file => file.StartsWith("analyzers/", StringComparison.Ordinal))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains("tasks/netstandard2.0/Hooklatch.Build.dll", package.Files.Keys);
        Assert.Equal(
            File.ReadAllText(Repository.PathOf("src", "Hooklatch", "appsettings.schema.json")),
            package.Text("appsettings.schema.json")
        );
        Assert.DoesNotContain(package.Metadata.Descendants(), element => element.Name.LocalName == "dependency");
    }

    [Fact]
    public void A_file_that_does_not_belong_there_is_noticed()
    {
        var package = feed.Open("Hooklatch.Inbox");
        var damaged = package with
        {
            Files = new Dictionary<string, byte[]>(package.Files)
            {
                ["lib/net10.0/Hooklatch.Tests.dll"] = package.Files["lib/net10.0/Hooklatch.Inbox.dll"],
                ["README.md"] = Encoding.UTF8.GetBytes($"See {Repository.Root}."),
            },
        };

        var problems = Inspection.Problems(damaged).ToArray();

        Assert.Contains($"README.md names {Repository.Root}", problems);
        Assert.Contains("lib/net10.0/Hooklatch.Tests.dll does not belong there", problems);
    }

    /// <summary>A build that is not for a package has the paths of the machine, and no other place to look for them.</summary>
    [Fact]
    public void An_assembly_with_paths_of_the_machine_is_noticed()
    {
        var package = feed.Open("Hooklatch.Inbox");
        var own = Assembly.GetExecutingAssembly().Location;
        var damaged = package with
        {
            Files = new Dictionary<string, byte[]> { ["lib/net10.0/Hooklatch.Inbox.dll"] = File.ReadAllBytes(own) },
        };

        var problems = Inspection.Problems(damaged).ToArray();

        Assert.Equal(Environment.GetEnvironmentVariable("CI") != "true", problems.Length > 0);
    }

    private static string RepositoryUrl() =>
        (string)XDocument.Load(Repository.PathOf("Directory.Build.props")).Descendants("RepositoryUrl").Single();
}
