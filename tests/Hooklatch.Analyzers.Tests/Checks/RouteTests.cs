using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0056 and its fix: the rules of a route are checked only where the plugin itself adds validation.</summary>
public class RouteTests
{
    private const string Usings = """
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Routing;
        using Microsoft.Extensions.DependencyInjection;

        public sealed record Order([Range(1, 9)] int Count);
        public sealed record Plain(int Count);

        """;

    [Theory]
    [InlineData("routes.MapPost(\"/a\", {|HL0056:(Order order) => order.Count|});")]
    [InlineData("routes.MapPut(\"/a\", {|HL0056:([Range(1, 9)] int count) => count|});")]
    [InlineData("routes.MapGroup(\"/b\").MapMethods(\"/a\", [\"PATCH\"], {|HL0056:Take|});")]
    [InlineData("routes.MapPost(\"/a\", {|HL0056:async (List<Order> orders) => await Task.FromResult(orders.Count)|});")]
    [InlineData("routes.MapPost(\"/a\", (Plain plain) => plain.Count);")]
    [InlineData(
        "routes.MapGet(\"/a\", () => \"a\"); routes.MapGet(\"/b\", (Microsoft.AspNetCore.Http.HttpContext http) => Task.CompletedTask);"
    )]
    public Task Rules_that_nothing_checks_are_a_warning(string map) =>
        Verify.Plugin(
            $$"""
            {{Usings}}
            public static class Routes
            {
                [PluginRoutes] public static void Map(RouteGroupBuilder routes) { {{map}} }
                private static int Take(Order order) => order.Count;
                public static void Elsewhere(IEndpointRouteBuilder routes) => routes.MapPost("/a", (Order order) => order.Count);
            }
            """
        );

    [Fact]
    public Task Validation_that_is_added_anywhere_in_the_plugin_is_right() =>
        Verify.Plugin(
            $$"""
            {{Usings}}
            public static class Routes
            {
                [PluginRoutes] public static void Map(RouteGroupBuilder routes) => routes.MapPost("/a", (Order order) => order.Count);
            }
            public static class Parts
            {
                [PluginServices] public static void Add(IServiceCollection services) => services.AddValidation();
            }
            """
        );

    [Theory]
    [InlineData("", "\n    [PluginServices]\n    public static void Configure(IServiceCollection services) => services.AddValidation();\n")]
    [InlineData(
        "    [PluginServices]\n    public static void Add(IServiceCollection all)\n    {\n        all.AddOptions();\n    }\n",
        "    [PluginServices]\n    public static void Add(IServiceCollection all)\n    {\n        all.AddOptions();\n        all.AddValidation();\n    }\n"
    )]
    [InlineData(
        "    [PluginServices]\n    public static void Add(IServiceCollection all) => all.AddOptions();\n",
        "    [PluginServices]\n    public static void Add(IServiceCollection all)\n    {\n        all.AddOptions();\n        all.AddValidation();\n    }\n"
    )]
    public Task The_call_is_added(string before, string after) => VerifyFix.Turns<AddValidationFix>(Class(before), Class(after));

    private static string Class(string services) =>
        $"{Usings}\npublic static class Routes\n{{\n    [PluginRoutes]\n    public static void Map(RouteGroupBuilder routes) => routes.MapPost(\"/a\", (Order order) => order.Count);\n{services}}}\n";
}
