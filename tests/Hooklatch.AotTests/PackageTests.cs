namespace Hooklatch.AotTests;

/// <summary>What ships: the package, as a plugin author and a host's author get it from a feed.</summary>
public sealed class PackageTests(PackageFeed feed)
{
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
        using var workshop = await Workshop.OpenAsync(feed);
        WritePlugin(workshop, "packaged");
        WritePlugin(workshop, "direct");
        WritePlugin(workshop, "indirect");
        workshop.WriteLibrary("middle", "<ProjectReference Include=\"../indirect/indirect.csproj\" />", "");
        workshop.WriteHost(
            "host",
            """
            <PackageReference Include="packaged" Version="0.0.1-test" />
            <ProjectReference Include="../direct/direct.csproj" />
            <ProjectReference Include="../middle/middle.csproj" />
            """
        );
        await workshop.PackAsync("packaged");
        await workshop.RunAsync("host", "build", "-o", workshop.Folder.PathOf("out"), "-warnaserror");

        await using var host = await RunningHost.StartAsync(workshop.Folder.PathOf("out", "host"), []);

        foreach (var name in (string[])["packaged", "direct", "indirect"])
        {
            Assert.Equal(
                $"hello from {name}",
                await host.Client.GetStringAsync($"/api/plugin/acme.{name}/webhook/hello", TestContext.Current.CancellationToken)
            );
        }
    }

    [Fact]
    public async Task A_fresh_machine_makes_a_plugin_and_a_native_host_from_the_package()
    {
        Component.Require("clang", "gcc");
        using var workshop = await Workshop.OpenAsync(feed);
        await workshop.RunAsync("", "new", "classlib", "-n", "orders", "-f", "net10.0");
        await workshop.RunAsync("", "new", "web", "-n", "shop", "-f", "net10.0");
        await workshop.RunAsync("orders", "add", "package", "Hooklatch", "--version", PackageFeed.Version);
        await workshop.RunAsync("shop", "add", "reference", "../orders/orders.csproj");
        workshop.Folder.Write("orders/Class1.cs", Orders);
        workshop.Folder.Write("shop/Program.cs", Workshop.Host);

        var output = await workshop.RunAsync(
            "shop",
            "publish",
            "-r",
            System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier,
            "-p:PublishAot=true",
            "-o",
            workshop.Folder.PathOf("published")
        );

        Assert.Empty(PublishedSamples.WarningsIn(output));
        await using var host = await RunningHost.StartAsync(
            workshop.Folder.PathOf("published", "shop"),
            ["--Plugins:acme.orders:Token=t0ken", "--Plugins:acme.orders:Greeting=Thanks"]
        );
        using var order = new StringContent("""{"count":3}""", System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/plugin/acme.orders/webhook/orders") { Content = order };
        request.Headers.Add("X-Token", "t0ken");
        var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("Thanks for 3", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("route 7", await host.Client.GetStringAsync("/plugins/acme.orders/items/7", TestContext.Current.CancellationToken));
        var schema = Directory.EnumerateFiles(
            workshop.Folder.PathOf("orders", "bin"),
            "orders.appsettings.schema.json",
            SearchOption.AllDirectories
        );
        Assert.Contains(
            "\"Greeting\"",
            await File.ReadAllTextAsync(schema.First(), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    /// <summary>What an author writes who has the package and nothing else.</summary>
    private const string Orders = """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Routing;

        [assembly: Plugin("acme", "orders")]

        namespace Orders;

        internal sealed class Receiver(OrdersConfig config)
        {
            [Webhook("/orders", Methods = ["POST"])]
            [SharedToken(Header = "X-Token", Secret = nameof(OrdersConfig.Token))]
            public Task<string> Receive([FromJson("count")] int count) => Task.FromResult($"{config.Greeting} for {count}");

            [PluginRoutes]
            public static void Map(RouteGroupBuilder routes) => routes.MapGet("/items/{id:int}", (int id) => $"route {id}");
        }

        [PluginConfig]
        internal sealed class OrdersConfig
        {
            [Secret]
            public string? Token { get; init; }

            public string Greeting { get; init; } = "Hello";
        }
        """;

    private static void WritePlugin(Workshop workshop, string name) =>
        workshop.WriteLibrary(name, Workshop.Reference, Handler.Replace("NAME", name, StringComparison.Ordinal));
}
