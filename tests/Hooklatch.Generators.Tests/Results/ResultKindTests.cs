using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Results;
using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Results;

/// <summary>Every kind of answer of the list claims a type, is written and describes itself.</summary>
public sealed class ResultKindTests
{
    /// <summary>For each kind what a handler returns, what turns it into an answer, and what the description says. One without a sample fails.</summary>
    private static readonly ImmutableDictionary<string, (string Task, string Written, string? Answer)> Samples = new Dictionary<
        string,
        (string, string, string?)
    >
    {
        ["NothingResult"] = ("Task", "WebhookResult.After(global::Hooks.On());", null),
        ["TextResult"] = ("Task<string>", "WebhookResult.AfterText(global::Hooks.On());", "Text"),
        ["JsonTreeResult"] = ("Task<(JsonNode, int)>", "WebhookResult.Json(result.Item1, result.Item2));", "Json"),
        ["FrameworkResult"] = ("Task<IResult>", "WebhookResult.From(result));", "Result"),
        ["CoveredResult"] = ("Task<Receipt>", "Json.SampleJsonType<global::Receipt>.Info);", "Json"),
    }.ToImmutableDictionary();

    public static TheoryData<string> Kinds => [.. ResultKinds.All.Select(kind => kind.Name)];

    [Fact]
    public void Every_kind_has_a_sample() => Assert.Empty(Missing(ResultKinds.All));

    [Fact]
    public void A_kind_without_a_sample_is_noticed() => Assert.Equal(["Unknown"], Missing([new TextResult(), new Unknown()]));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_claims_writes_and_describes(string kind)
    {
        var (task, written, answer) = Samples[kind];

        var plugin = Generate(task);

        var handler = plugin["Hooks_Handlers.g.cs"];
        Assert.Equal(kind, KindOf(plugin));
        Assert.Contains(written, handler, StringComparison.Ordinal);
        Assert.Equal(answer is not null, handler.Contains($".AddAnswer(AnswerKind.{answer}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Task<JsonElement>", "JsonTreeResult")]
    [InlineData("Task<JsonObject?>", "JsonTreeResult")]
    [InlineData("ValueTask<(string, int)>", "TextResult")]
    [InlineData("Task<Results<Ok, NotFound>>", "FrameworkResult")]
    [InlineData("Task<List<Receipt>>", "CoveredResult")]
    public void The_first_that_claims_a_type_gets_it(string task, string kind) => Assert.Equal(kind, KindOf(Generate(task)));

    private static IEnumerable<string> Missing(IEnumerable<ResultKind> kinds) =>
        kinds.Select(kind => kind.Name).Where(name => !Samples.ContainsKey(name));

    private static string KindOf(Generation plugin) =>
        plugin
            .Hooklatch.TrackedSteps[Steps.ResolvedHandlers]
            .SelectMany(step => step.Outputs)
            .Select(output => Assert.IsType<HandlerModel>(output.Value))
            .Single()
            .Result.Kind;

    private static Generation Generate(string task) =>
        Project
            .Plugin(
                $$"""
                using System.Text.Json;
                using System.Text.Json.Nodes;
                using System.Text.Json.Serialization;
                using Microsoft.AspNetCore.Http;
                using Microsoft.AspNetCore.Http.HttpResults;

                public sealed record Receipt(string Id);

                [JsonSerializable(typeof(List<Receipt>))]
                internal sealed partial class SampleJson : JsonSerializerContext;

                public static class Hooks
                {
                    [Webhook("/hook")]
                    [Unverified("sample")]
                    public static {{task}} On() => throw new NotSupportedException();
                }
                """
            )
            .Generate()
            .ShouldCompile();

    private sealed class Unknown : ResultKind
    {
        public override string? Answer => null;

        public override bool Claims(Microsoft.CodeAnalysis.ITypeSymbol? value) => false;

        protected override string Expression(ResultModel result, string value, string status) => "";
    }
}
