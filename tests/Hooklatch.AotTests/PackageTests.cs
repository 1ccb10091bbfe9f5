namespace Hooklatch.AotTests;

/// <summary>What ships: the package, as a plugin author and a host's author get it from a feed.</summary>
public sealed class PackageTests
{
    private const string Version = "0.0.1-test";

    private const string Handler = """
        [assembly: Plugin("acme", "NAME")]

        internal static class Handlers
        {
            [Webhook("/hello")]
            [Unverified("test")]
            public static Task<string> Hello() => Task.FromResult("hello from NAME");
        }
        """;

    [Fact]
    public async Task Plugins_link_alike_from_a_package_a_project_and_through_another_project()
    {
        using var folder = new TemporaryFolder();
        var cancellation = TestContext.Current.CancellationToken;
        await RunAsync(folder.Path, "pack", Repository.PathOf("src", "Hooklatch"), "-c", "Release", "-o", folder.PathOf("feed"), Versioned);
        folder.Write("nuget.config", Feed(folder.PathOf("feed")));
        WritePlugin(folder, "packaged", "<PackageReference Include=\"Hooklatch\" Version=\"0.0.1-test\" />");
        WritePlugin(folder, "direct", "<PackageReference Include=\"Hooklatch\" Version=\"0.0.1-test\" />");
        WritePlugin(folder, "indirect", "<PackageReference Include=\"Hooklatch\" Version=\"0.0.1-test\" />");
        folder.Write("middle/middle.csproj", Project("Microsoft.NET.Sdk", "<ProjectReference Include=\"../indirect/indirect.csproj\" />"));
        folder.Write(
            "host/host.csproj",
            Project(
                "Microsoft.NET.Sdk.Web",
                """
                <PackageReference Include="packaged" Version="0.0.1-test" />
                <ProjectReference Include="../direct/direct.csproj" />
                <ProjectReference Include="../middle/middle.csproj" />
                """
            )
        );
        folder.Write(
            "host/Program.cs",
            """
            var builder = WebApplication.CreateSlimBuilder(args);
            builder.AddHooklatch();
            var app = builder.Build();
            app.MapHooklatch();
            app.Run();
            """
        );
        await RunAsync(folder.PathOf("packaged"), "pack", "-o", folder.PathOf("feed"), Versioned);
        await RunAsync(folder.PathOf("host"), "build", "-o", folder.PathOf("out"), "-warnaserror");

        await using var host = await RunningHost.StartAsync(folder.PathOf("out", "host"), []);

        foreach (var name in (string[])["packaged", "direct", "indirect"])
        {
            Assert.Equal($"hello from {name}", await host.Client.GetStringAsync($"/api/plugin/acme.{name}/webhook/hello", cancellation));
        }
    }

    private static string Versioned => $"-p:PackageVersion={Version}";

    private static void WritePlugin(TemporaryFolder folder, string name, string reference)
    {
        folder.Write($"{name}/{name}.csproj", Project("Microsoft.NET.Sdk", reference));
        folder.Write($"{name}/Handlers.cs", Handler.Replace("NAME", name, StringComparison.Ordinal));
    }

    private static string Project(string sdk, string references) =>
        $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
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

    private static async Task RunAsync(string folder, params string[] arguments)
    {
        using var alone = await CrossProcessLock.TakeAsync("publish", TestContext.Current.CancellationToken);
        var run = await ChildProcess.RunAsync("dotnet", arguments, folder, TestContext.Current.CancellationToken);
        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
    }
}
