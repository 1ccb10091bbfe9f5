namespace Hooklatch.AotTests;

/// <summary>A folder outside the repository beside a feed that holds the packed Hooklatch: a machine that has never seen the repository.</summary>
internal sealed class Workshop : IDisposable
{
    public const string Reference = $"<PackageReference Include=\"Hooklatch\" Version=\"{PackageFeed.Version}\" />";

    public const string Sessions = $"<PackageReference Include=\"Hooklatch.Sessions\" Version=\"{PackageFeed.Version}\" />";

    public const string Host = """
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddHooklatch();
        var app = builder.Build();
        app.MapHooklatch();
        app.Run();
        """;

    private Workshop() { }

    public TemporaryFolder Folder { get; } = new();

    public static async Task<Workshop> OpenAsync(PackageFeed feed)
    {
        var packages = await feed.PackAsync();
        var workshop = new Workshop();
        Directory.CreateDirectory(workshop.Folder.PathOf("feed"));
        workshop.Folder.Write("nuget.config", Configuration(packages, workshop.Folder.PathOf("feed")));
        return workshop;
    }

    public void Dispose() => Folder.Dispose();

    /// <summary>Writes a class library.</summary>
    public void WriteLibrary(string name, string references, string source)
    {
        Folder.Write($"{name}/{name}.csproj", Project("Microsoft.NET.Sdk", references));
        Folder.Write($"{name}/Handlers.cs", source);
    }

    /// <summary>Writes a host; without a program of its own, one that serves the plugins that it references.</summary>
    public void WriteHost(string name, string references, string properties = "", string program = Host)
    {
        Folder.Write($"{name}/{name}.csproj", Project("Microsoft.NET.Sdk.Web", references, properties));
        Folder.Write($"{name}/Program.cs", program);
    }

    /// <summary>Packs a project of the folder into a feed of its own.</summary>
    public Task PackAsync(string name) => RunAsync(name, "pack", "-o", Folder.PathOf("feed"), $"-p:PackageVersion={PackageFeed.Version}");

    /// <summary>Runs the SDK in a directory of the folder.</summary>
    public async Task<string> RunAsync(string directory, params string[] arguments)
    {
        var run = await ChildProcess.RunAsync("dotnet", arguments, Folder.PathOf(directory), TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return run.Output;
    }

    private static string Project(string sdk, string references, string properties = "") =>
        $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """;

    /// <summary>
    /// Both feeds beside the machine's own, and a package folder that ends with the test. What the machine has unpacked, such as the native compiler, is
    /// taken from there; our packages are not among it.
    /// </summary>
    private static string Configuration(string packages, string own) =>
        $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="packed" value="{packages}" /><add key="own" value="{own}" /></packageSources>
              <fallbackPackageFolders>{Unpacked}</fallbackPackageFolders>
            </configuration>
            """;

    private static string Unpacked
    {
        get
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            var folder = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(home, ".nuget", "packages");
            return Directory.Exists(folder) ? $"<add key=\"machine\" value=\"{folder}\" />" : "";
        }
    }
}
