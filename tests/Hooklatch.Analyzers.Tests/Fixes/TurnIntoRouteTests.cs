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
    [InlineData("[Webhook(\"/a\"), Unverified(\"test\")] public Task $$On() => Task.CompletedTask;")]
    [InlineData("[Webhook(\"/a\"), Unverified(\"test\")] public static Task $$On(WebhookContext context) => Task.CompletedTask;")]
    [InlineData("[Webhook(\"/a\"), Unverified(\"test\")] public static Task $$On([FromJson(\"a\")] int a) => Task.CompletedTask;")]
    [InlineData("[Webhook(\"/a\"), Unverified(\"test\")] public static Task<(string, int)> $$On() => Task.FromResult((\"\", 1));")]
    [InlineData("public static Task $$On() => Task.CompletedTask;")]
    public async Task It_is_not_offered_where_something_would_get_lost(string method) =>
        Assert.Empty((await OfferAsync($"public class Hooks {{ {method} }}")).Actions);

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
        await new TurnIntoRouteRefactoring().ComputeRefactoringsAsync(context);
        return (document, actions);
    }
}
