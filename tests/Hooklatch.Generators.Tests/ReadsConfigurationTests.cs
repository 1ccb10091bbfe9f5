using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests;

/// <summary>A manifest says whether the plugin's own code may read the configuration, which decides how strictly its keys are looked at.</summary>
public sealed class ReadsConfigurationTests
{
    private const string Usings = "using Microsoft.Extensions.Configuration; using Microsoft.Extensions.DependencyInjection;\n";

    [Theory]
    [InlineData("public sealed class Shelf(IConfiguration configuration) { public string? Name => configuration[\"a\"]; }")]
    [InlineData(
        "public sealed class Shelf { public static string? Of(Microsoft.Extensions.Configuration.IConfigurationRoot root) => root[\"a\"]; }"
    )]
    [InlineData("public static class Parts { public static void Add(IConfigurationManager all) => all.GetSection(\"a\"); }")]
    [InlineData(
        "public sealed class Shelf; public static class Parts { public static void Add(IServiceCollection services) => services.AddOptions<Shelf>().BindConfiguration(\"Plugins:dev.sample\"); }"
    )]
    public void A_plugin_that_names_the_configuration_may_read_it(string source) =>
        Assert.Contains(
            "public override bool ReadsConfiguration => true;",
            Project.Plugin(Usings + source).Generate().ShouldCompile()["Manifest.g.cs"],
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("public static class Parts { [PluginServices] public static void Add(IServiceCollection services) { } }")]
    [InlineData(
        "[PluginConfig] public sealed class Settings { /* IConfiguration */ public string IsIConfiguration { get; init; } = \"IConfiguration\"; }"
    )]
    public void A_plugin_that_does_not_cannot(string source) =>
        Assert.DoesNotContain(
            "ReadsConfiguration",
            Project.Plugin(Usings + source).Generate().ShouldCompile()["Manifest.g.cs"],
            StringComparison.Ordinal
        );

    [Fact]
    public void A_host_sets_options_and_adds_more() =>
        Project
            .Host(
                """
                using Microsoft.AspNetCore.Builder;
                using Microsoft.Extensions.DependencyInjection;

                var builder = WebApplication.CreateSlimBuilder(args);
                builder.AddHooklatch(options => options.DisabledStatus = 503).AddWebhookKeyFetching();
                builder.Build().Run();
                """
            )
            .Generate()
            .ShouldCompile();

    [Fact]
    public void A_host_without_a_web_server_s_builder_links_its_plugins_too() =>
        Project
            .Host(
                """
                using Microsoft.AspNetCore.Builder;

                Microsoft.Extensions.Hosting.IHostApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
                var services = builder.AddHooklatch().Services;
                """
            )
            .Generate()
            .ShouldCompile();
}
