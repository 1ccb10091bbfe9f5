using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0059: which of several contexts a type is read with, and that it is said where only their names decide.</summary>
public class ContextTests
{
    private const string Several =
        "The type 'Order' is covered by the contexts 'AJson' and 'BJson', and 'AJson' is used, whose name comes first: list the type in one of them alone";

    [Theory]
    [InlineData("typeof(Order)", "typeof(Order)")]
    [InlineData("typeof(List<Order>)", "typeof(Order[])")]
    public async Task Where_only_names_decide_it_is_said(string first, string second)
    {
        await Verify.Plugin(Source(first, second, "{|HL0059:Order|}", "{|HL0059:Order|}"), Several, Several);
        Assert.Equal("AJsonType", Used(Source(first, second)));
    }

    [Theory]
    [InlineData("typeof(Order)", "typeof(List<Order>)", "AJsonType")]
    [InlineData("typeof(List<Order>)", "typeof(Order)", "BJsonType")]
    [InlineData("typeof(string)", "typeof(List<Order>)", "BJsonType")]
    public async Task The_context_that_lists_a_type_comes_before_one_that_reaches_it(string first, string second, string used)
    {
        await Verify.Plugin(Source(first, second));
        Assert.Equal(used, Used(Source(first, second)));
    }

    private static string Source(string first, string second, string parameter = "Order", string result = "Order") =>
        $$"""
            using System.Text.Json.Serialization;

            public sealed record Order(string Id);

            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static Task<{{result}}> On({{parameter}} order) => Task.FromResult(order);
            }

            [JsonSerializable({{second}})]
            internal sealed partial class BJson : JsonSerializerContext;

            [JsonSerializable({{first}})]
            internal sealed partial class AJson : JsonSerializerContext;
            """;

    private static string Used(string source)
    {
        var (_, generated) = new PluginProject(source).Compile();
        var handler = generated.Results[0].GeneratedSources.Single(file => file.HintName == "Hooks_Handlers.g.cs").SourceText.ToString();
        return Assert.Single(new[] { "AJsonType", "BJsonType" }, name => handler.Contains($"Json.{name}", StringComparison.Ordinal));
    }
}
