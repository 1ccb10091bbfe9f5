using Hooklatch.Benchmarks.Processes;

namespace Hooklatch.Benchmarks.Scale;

/// <summary>Hosts and plugins of any size, written below artifacts, so that the repository's own settings hold for them.</summary>
internal static class GeneratedHost
{
    private static readonly string Hooklatch = HooklatchOf("../../..");

    private const string Framework = """<ItemGroup><FrameworkReference Include="Microsoft.AspNetCore.App" /></ItemGroup>""";

    /// <summary>A host that serves so many webhooks.</summary>
    public static string OfWebhooks(int count) =>
        Write(
            $"Webhooks{count}",
            "Microsoft.NET.Sdk.Web",
            "<PublishAot>true</PublishAot>",
            Hooklatch,
            [
                .. ManyHandlers.Plugin(count),
                """
                var builder = WebApplication.CreateSlimBuilder(args);
                builder.Logging.ClearProviders();
                builder.AddHooklatch();
                var app = builder.Build();
                app.MapHooklatch();
                app.Run();
                """,
            ]
        );

    /// <summary>A host of so many endpoints of the framework, which do nothing.</summary>
    public static string OfEndpoints(int count) =>
        Write($"Endpoints{count}", "Microsoft.NET.Sdk.Web", "<PublishAot>true</PublishAot>", "", [ManyHandlers.BareHost(count)]);

    /// <summary>
    /// What a host of the samples is without plugins, or with some of them: the same packages, each called, since what nobody calls is left out of a
    /// native binary.
    /// </summary>
    public static string OfPackages(string name, params string[] plugins) =>
        Write(
            name,
            "Microsoft.NET.Sdk.Web",
            "<PublishAot>true</PublishAot>",
            Hooklatch
                + $"""
                <ItemGroup>
                  {string.Concat(
                    new[] { "src/Hooklatch.OpenApi", "src/Hooklatch.Sessions", "src/Hooklatch.Ed25519" }
                        .Concat(plugins.Select(plugin => "samples/Plugins/" + plugin))
                        .Select(project => $"""<ProjectReference Include="../../../{project}/{Path.GetFileName(project)}.csproj" />""")
                )}
                </ItemGroup>
                """,
            [
                """
                using Hooklatch;
                using Hooklatch.Ed25519;
                using Hooklatch.Sessions;
                using Microsoft.AspNetCore.Builder;
                using Microsoft.Extensions.DependencyInjection;

                var builder = WebApplication.CreateSlimBuilder(args);
                builder.AddHooklatch().AddChatSessions();
                builder.Services.AddOpenApi(options => options.AddHooklatch());

                var app = builder.Build();
                app.MapHooklatch();
                app.MapHooklatchOpenApi().AllowAnonymous();
                app.MapGet("/packages", async (HttpContext http) =>
                {
                    using var client = new HttpClient();
                    var text = await client.GetStringAsync(new Uri("https://example.com"), http.RequestAborted);
                    using var key = Ed25519Key.Import(Convert.FromHexString(text));
                    await http.RequestServices.GetRequiredService<IChatSessions>().SendTextAsync(text, text, http.RequestAborted);
                    await http.Response.WriteAsync($"{key?.Verify([], [])}", http.RequestAborted);
                });
                app.Run();
                """,
            ]
        );

    /// <summary>A library with so many webhooks.</summary>
    /// <param name="count">How many.</param>
    /// <param name="differ">Whether each has names, types and paths of its own.</param>
    /// <param name="checkout">Another checkout of this repository to compile against; <see langword="null"/> for this one.</param>
    public static string Plugin(int count, bool differ = false, string? checkout = null) =>
        Write(
            $"Plugin{count}{(differ ? "Different" : "")}{(checkout is null ? "" : "Earlier")}",
            "Microsoft.NET.Sdk",
            "",
            Framework + (checkout is null ? Hooklatch : HooklatchOf(checkout)),
            ManyHandlers.Plugin(count, differ)
        );

    /// <summary>A library with so many minimal APIs.</summary>
    public static string MinimalApi(int count, bool differ = false) =>
        Write(
            $"MinimalApi{count}{(differ ? "Different" : "")}",
            "Microsoft.NET.Sdk",
            "<EnableRequestDelegateGenerator>true</EnableRequestDelegateGenerator>",
            Framework,
            ManyHandlers.MinimalApi(count, differ)
        );

    private static string HooklatchOf(string checkout) =>
        $"""
            <Import Project="{checkout}/src/Hooklatch/buildTransitive/Hooklatch.props" />
            <ItemGroup>
              <ProjectReference Include="{checkout}/src/Hooklatch/Hooklatch.csproj" />
              <ProjectReference
                Include="{checkout}/generators/Hooklatch.Generators/Hooklatch.Generators.csproj"
                OutputItemType="Analyzer"
                ReferenceOutputAssembly="false"
              />
            </ItemGroup>
            """;

    private static string Write(string name, string sdk, string properties, string items, IReadOnlyList<string> sources)
    {
        var folder = Repository.PathOf("artifacts", "bench-sources", name);
        Directory.CreateDirectory(folder);
        File.WriteAllText(
            Path.Combine(folder, name + ".csproj"),
            $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>{properties}</PropertyGroup>
              {items}
            </Project>
            """
        );
        for (var i = 0; i < sources.Count; i++)
        {
            WriteChanged(Path.Combine(folder, $"File{i}.cs"), sources[i]);
        }

        return folder;
    }

    /// <summary>A file that stays as it is keeps its time, so that it is not compiled again.</summary>
    private static void WriteChanged(string path, string text)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            File.WriteAllText(path, text);
        }
    }
}
