namespace Hooklatch.AotTests;

/// <summary>A folder outside the repository with a feed that holds the packed Hooklatch: a machine that has never seen the repository.</summary>
internal sealed class Workshop : IDisposable
{
    public const string Reference = "<PackageReference Include=\"Hooklatch\" Version=\"0.0.1-test\" />";

    public const string Sessions = "<PackageReference Include=\"Hooklatch.Sessions\" Version=\"0.0.1-test\" />";

    private const string Version = "0.0.1-test";

    public const string Host = """
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.AddHooklatch();
        var app = builder.Build();
        app.MapHooklatch();
        app.Run();
        """;

    private Workshop() { }

    public TemporaryFolder Folder { get; } = new();

    /// <summary>Packs Hooklatch, or packages of the repository by name, into the feed.</summary>
    public static async Task<Workshop> OpenAsync(params string[] packages)
    {
        var workshop = new Workshop();
        foreach (var package in packages.DefaultIfEmpty("Hooklatch"))
        {
            await workshop.RunAsync(
                "",
                "pack",
                Repository.PathOf("src", package),
                "-c",
                "Release",
                "-o",
                workshop.Folder.PathOf("feed"),
                Versioned
            );
        }

        workshop.Folder.Write("nuget.config", Feed(workshop.Folder.PathOf("feed")));
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

    /// <summary>Packs a project of the folder into the feed.</summary>
    public Task PackAsync(string name) => RunAsync(name, "pack", "-o", Folder.PathOf("feed"), Versioned);

    /// <summary>Runs the SDK in a directory of the folder; two runs at once would write the same files of the repository.</summary>
    public async Task<string> RunAsync(string directory, params string[] arguments)
    {
        using var alone = await CrossProcessLock.TakeAsync("publish", TestContext.Current.CancellationToken);
        var run = await ChildProcess.RunAsync("dotnet", arguments, Folder.PathOf(directory), TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        return run.Output;
    }

    private static string Versioned => $"-p:PackageVersion={Version}";

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

    /// <summary>The local feed beside the machine's own, and a package folder that ends with the test.</summary>
    private static string Feed(string path) =>
        $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="local" value="{path}" /></packageSources>
            </configuration>
            """;
}
