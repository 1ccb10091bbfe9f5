using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>"Turn this webhook into a route": what it makes, and where it is not offered.</summary>
public class TurnIntoRouteTests
{
    [Theory]
    [InlineData("[Webhook(\"/a\", Methods = [\"GET\"])]", "MapGet(\"/a\", Get)")]
    [InlineData("[Webhook(\"/a/{id}\")]", "Map(\"/a/{id}\", Get)")]
    [InlineData("[Webhook(\"/a\", Methods = [\"GET\", \"HEAD\"])]", "MapMethods(\"/a\", [\"GET\", \"HEAD\"], Get)")]
    [InlineData("[Webhook(\"/a\", Methods = [\"REPORT\"])]", "MapMethods(\"/a\", [\"REPORT\"], Get)")]
    [InlineData(
        "[Webhook(\"/a\", Methods = [\"DELETE\"], Name = \"A\", Description = \"\\\"B\\\"\")]",
        "MapDelete(\"/a\", Get).WithSummary(\"A\").WithDescription(\"\\\"B\\\"\")"
    )]
    public async Task A_method_keeps_its_body_and_gets_a_route(string webhook, string map)
    {
        var turned = await TurnAsync(
            $$$"""
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Routing;

            public static class Hooks
            {
                /// <summary>Kept.</summary>
                {{{webhook}}}
                [Unverified("test"), Tags("kept")]
                public static Task<string> $$Get(int id) => Task.FromResult($"{id}");
            }
            """
        );

        Assert.Contains($"public static void Map(RouteGroupBuilder routes) => routes.{map};", turned, StringComparison.Ordinal);
        Assert.Contains("/// <summary>Kept.</summary>", turned, StringComparison.Ordinal);
        Assert.Contains("[Tags(\"kept\")]", turned, StringComparison.Ordinal);
        Assert.DoesNotContain("Webhook", turned, StringComparison.Ordinal);
        Assert.DoesNotContain("Unverified", turned, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_route_joins_the_first()
    {
        var turned = await TurnAsync(
            """
            using Microsoft.AspNetCore.Routing;

            public static class Hooks
            {
                [PluginRoutes]
                public static void Map(RouteGroupBuilder all) => all.MapGet("/first", () => "first");

                [Webhook("/second", Methods = ["POST"]), Unverified("test")]
                public static Task $$Second() => Task.CompletedTask;
            }
            """
        );

        Assert.Contains("all.MapGet(\"/first\", () => \"first\");", turned, StringComparison.Ordinal);
        Assert.Contains("all.MapPost(\"/second\", Second);", turned, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Webhook(\"/a\"), GitHubSignature(Secret = \"Key\")] public static Task $$On() => Task.CompletedTask;")]
    [InlineData("[Webhook(\"/a\"), Unverified(\"test\"), AllowFrom(\"10.0.0.0/8\")] public static Task $$On() => Task.CompletedTask;")]
    [InlineData(
        "public Hooks(WebhookContext context) { } [Webhook(\"/a\"), Unverified(\"test\")] public Task $$On() => Task.CompletedTask;"
    )]
    [InlineData(
        "public Hooks(int a) { } public Hooks() { } [Webhook(\"/a\"), Unverified(\"test\")] public Task $$On() => Task.CompletedTask;"
    )]
    [InlineData("[Webhook(\"/a\"), Unverified(\"test\")] public static Task $$On(WebhookContext context) => Task.CompletedTask;")]
    [InlineData("[Webhook(\"/a\"), Unverified(\"test\")] public static Task $$On([FromJson(\"a\")] int a) => Task.CompletedTask;")]
    [InlineData("[Webhook(\"/a\"), Unverified(\"test\")] public static Task<(string, int)> $$On() => Task.FromResult((\"\", 1));")]
    [InlineData("public static Task $$On() => Task.CompletedTask;")]
    public async Task It_is_not_offered_where_something_would_get_lost(string method) =>
        Assert.Empty((await OfferAsync($"public class Hooks {{ {method} }}")).Actions);

    [Fact]
    public async Task It_is_not_offered_where_the_class_says_who_may_call() =>
        Assert.Empty(
            (
                await OfferAsync(
                    """
                    [Microsoft.AspNetCore.Cors.EnableCors]
                    public class Hooks { [Webhook("/a"), Unverified("test")] public static Task $$On() => Task.CompletedTask; }
                    """
                )
            ).Actions
        );

    [Fact]
    public async Task A_method_of_a_class_is_called_on_one_that_the_route_builds()
    {
        var turned = await TurnAsync(
            """
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.AspNetCore.Routing;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Logging;

            public sealed class Hooks(Settings settings, ILogger logger, ILogger<Hooks> id, [FromKeyedServices("k")] TimeProvider time, HttpContext http, IComparer<int> order = null!)
            {
                [Webhook("/a/{id}", Methods = ["GET"])]
                [Unverified("test"), Tags("kept")]
                public Task<string> $$Get(int id, [FromQuery(Name = "q")] string? query = null, CancellationToken cancellation = default) =>
                    Task.FromResult($"{settings}{logger}{id}{time}{http}{order}{query}");

                public static void Map() { }
            }

            [PluginConfig]
            public sealed class Settings;
            """
        );

        Assert.Contains(
            "public static void MapRoutes(RouteGroupBuilder routes) => routes.MapGet(\"/a/{id}\", [Tags(\"kept\")] ("
                + "[FromServices] Settings settings, "
                + "[FromKeyedServices(\"dev.sample\")] ILogger logger, "
                + "[FromServices] ILogger<Hooks> id2, "
                + "[FromKeyedServices(\"k\")] TimeProvider time, "
                + "HttpContext http, "
                + "[FromServices] IComparer<int>? order, "
                + "int id, [FromQuery(Name = \"q\")] string? query = null, CancellationToken cancellation = default) => "
                + "new Hooks(settings, logger, id2, time, http, order!).Get(id, query, cancellation));",
            turned,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("IDisposable", "void Dispose", "Task<int>", "using var handler = new Hooks(); return await handler.Get();")]
    [InlineData("IAsyncDisposable", "ValueTask DisposeAsync", "Task", "await using var handler = new Hooks(); await handler.Get();")]
    public async Task A_class_that_is_disposed_of_is_disposed_of(string contract, string dispose, string result, string body)
    {
        var turned = await TurnAsync(
            $$$"""
            using Microsoft.AspNetCore.Routing;

            public sealed class Hooks : {{{contract}}}
            {
                [Webhook("/a"), Unverified("test")]
                public {{{result}}} $$Get() => throw new NotSupportedException();

                public {{{dispose}}}() => throw new NotSupportedException();
            }
            """
        );

        Assert.Contains(
            $"async () => {{ {body} }}",
            string.Join(' ', turned.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
    }

    private static async Task<string> TurnAsync(string marked)
    {
        var (document, actions) = await OfferAsync(marked);
        var action = Assert.Single(actions);
        Assert.Equal("Turn this webhook into a route", action.Title);
        var operations = await action.GetOperationsAsync(
            document.Project.Solution,
            new Progress<CodeAnalysisProgress>(),
            TestContext.Current.CancellationToken
        );
        var changed = Assert.Single(operations.OfType<ApplyChangesOperation>()).ChangedSolution.GetDocument(document.Id)!;
        var text = (await changed.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        var (compilation, _) = new PluginProject(text).Compile();
        Verify.AssertCompiles(compilation);
        Assert.Empty(await PluginProject.AnalyzeAsync(compilation));
        return text;
    }

    private static async Task<(Document Document, List<CodeAction> Actions)> OfferAsync(string marked)
    {
        var at = marked.IndexOf("$$", StringComparison.Ordinal);
        var plugin = new PluginProject(marked.Remove(at, 2));
        var project = new AdhocWorkspace()
            .AddProject(plugin.Name, LanguageNames.CSharp)
            .WithParseOptions(PluginProject.ParseOptions)
            .WithCompilationOptions(plugin.Options)
            .WithMetadataReferences(PluginProject.Framework);
        project = plugin.Files.Aggregate(project, (sum, file) => sum.AddDocument(file.Name, file.Text).Project);
        var document = project.Documents.Single(document => document.Name == PluginProject.FileName);
        var actions = new List<CodeAction>();
        var context = new CodeRefactoringContext(document, new(at, 0), actions.Add, TestContext.Current.CancellationToken);
        await new ConvertToRouteRefactoring().ComputeRefactoringsAsync(context);
        return (document, actions);
    }
}
