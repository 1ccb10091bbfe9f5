using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>The fix of HL0006.</summary>
public class CoverTypeFixTests
{
    [Fact]
    public Task The_type_is_listed_in_the_plugins_context() =>
        VerifyFix.Turns<CoverTypeFix>(
            """
            using System.Text.Json.Serialization;

            namespace Shop;

            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static Task<(Answer?, int)> A(Order order) => throw new NotSupportedException();
            }

            public sealed record Order(string Id);

            public sealed record Answer(string Id);

            /// <summary>What is sent.</summary>
            [JsonSerializable(typeof(Order))]
            internal sealed partial class ShopJson : JsonSerializerContext;
            """,
            """
            using System.Text.Json.Serialization;

            namespace Shop;

            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static Task<(Answer?, int)> A(Order order) => throw new NotSupportedException();
            }

            public sealed record Order(string Id);

            public sealed record Answer(string Id);

            /// <summary>What is sent.</summary>
            [JsonSerializable(typeof(Order))]
            [JsonSerializable(typeof(Answer))]
            internal sealed partial class ShopJson : JsonSerializerContext;
            """
        );

    [Fact]
    public Task The_type_is_listed_in_a_context_of_another_file_and_imported_there() =>
        VerifyFix.Turns<CoverTypeFix>(
            """
            namespace Shop;

            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static Task A(List<Order> orders) => Task.CompletedTask;
            }

            public sealed record Order(string Id);
            -----
            using System.Text.Json.Serialization;

            namespace Settings;

            [JsonSerializable(typeof(string))]
            internal sealed partial class ShopJson : JsonSerializerContext
            {
            }
            """,
            """
            namespace Shop;

            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static Task A(List<Order> orders) => Task.CompletedTask;
            }

            public sealed record Order(string Id);
            -----
            using System.Text.Json.Serialization;
            using Shop;

            namespace Settings;

            [JsonSerializable(typeof(string))]
            [JsonSerializable(typeof(List<Order>))]
            internal sealed partial class ShopJson : JsonSerializerContext
            {
            }
            """
        );

    [Theory]
    [InlineData("namespace Shop;\n\n")]
    [InlineData("")]
    public Task A_plugin_without_a_context_gets_one(string scope) =>
        VerifyFix.Turns<CoverTypeFix>(
            $$"""
            {{scope}}public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static Task<Order[]> A() => Task.FromResult(Array.Empty<Order>());
            }

            public sealed record Order(string Id);
            """,
            $$"""
            using System.Text.Json.Serialization;

            {{scope}}public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static Task<Order[]> A() => Task.FromResult(Array.Empty<Order>());
            }

            public sealed record Order(string Id);

            [JsonSerializable(typeof(Order[]))]
            internal sealed partial class PluginJson : JsonSerializerContext
            {
            }
            """
        );

    [Fact]
    public async Task Each_context_is_offered() =>
        Assert.Equal(
            ["List 'Order' in First", "List 'Order' in Second"],
            await VerifyFix.Offers<CoverTypeFix>(
                """
                using System.Text.Json.Serialization;
                public static class Hooks { [Webhook("/a"), Unverified("test")] public static Task A(Order order) => Task.CompletedTask; }
                public sealed record Order(string Id);
                [JsonSerializable(typeof(string))] internal sealed partial class First : JsonSerializerContext;
                [JsonSerializable(typeof(string))] internal sealed partial class Second : JsonSerializerContext;
                """
            )
        );
}
