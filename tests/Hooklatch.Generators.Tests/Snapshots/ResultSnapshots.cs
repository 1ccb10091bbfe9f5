using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Snapshots;

/// <summary>Everything that a handler may return.</summary>
public sealed class ResultSnapshots
{
    [Fact]
    public void Nothing() => Verify("ValueTask");

    [Fact]
    public void Text() => Verify("Task<string?>");

    [Fact]
    public void Text_with_a_status() => Verify("Task<(string, int)>");

    [Fact]
    public void A_JSON_object() => Verify("ValueTask<JsonObject>");

    [Fact]
    public void A_JSON_node_with_a_status() => Verify("Task<(JsonNode? Body, int Status)>");

    [Fact]
    public void A_JSON_element() => Verify("Task<JsonElement>");

    [Fact]
    public void A_type_of_the_plugin() => Verify("Task<Receipt>");

    [Fact]
    public void A_type_of_the_plugin_that_may_be_null() => Verify("Task<Receipt?>");

    [Fact]
    public void A_type_of_the_plugin_with_a_status() => Verify("Task<(Receipt Receipt, int Status)>");

    [Fact]
    public void A_collection() => Verify("Task<Dictionary<string, Receipt?[]>>");

    [Fact]
    public void A_result_of_ASP_NET_Core() => Verify("Task<IResult>");

    [Fact]
    public void One_of_several_results_of_ASP_NET_Core() => Verify("Task<Results<Ok, NotFound>>");

    private static void Verify(string task, [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Verify(
            Project
                .Plugin(
                    $$"""
                    using System.Text.Json;
                    using System.Text.Json.Nodes;
                    using System.Text.Json.Serialization;
                    using Microsoft.AspNetCore.Http;
                    using Microsoft.AspNetCore.Http.HttpResults;

                    public sealed record Receipt(string Id);

                    [JsonSerializable(typeof(Dictionary<string, Receipt[]>))]
                    internal sealed partial class SampleJson : JsonSerializerContext;

                    public static class Hooks
                    {
                        [Webhook("/hook")]
                        [Unverified("sample")]
                        public static {{task}} On() => throw new WebhookException(503, "later");
                    }
                    """
                )
                .Generate(),
            only: "Hooks_Handlers",
            method: test
        );
}
