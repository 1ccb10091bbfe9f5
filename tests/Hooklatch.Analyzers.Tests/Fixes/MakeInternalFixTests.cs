using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>The fix of HL0012.</summary>
public class MakeInternalFixTests
{
    [Theory]
    [InlineData("static Task")]
    [InlineData("private static Task")]
    [InlineData("protected static Task")]
    [InlineData("private protected static Task")]
    public Task The_handler_becomes_internal(string declaration) =>
        VerifyFix.Turns<MakeInternalFix>(Handler(declaration), Handler("internal static Task"));

    [Fact]
    public Task Every_type_in_the_way_becomes_internal() =>
        VerifyFix.Turns<MakeInternalFix>(
            """
            file static class Hooks
            {
                /// <summary>Orders.</summary>
                private static class Orders
                {
                    [Webhook("/a"), Unverified("test")]
                    static Task A() => Task.CompletedTask;
                }
            }
            """,
            """
            internal static class Hooks
            {
                /// <summary>Orders.</summary>
                internal static class Orders
                {
                    [Webhook("/a"), Unverified("test")]
                    internal static Task A() => Task.CompletedTask;
                }
            }
            """
        );

    [Theory]
    [InlineData("interface IOrders { Task A(); } public class Hooks : IOrders { @ Task IOrders.A() => Task.CompletedTask; }")]
    [InlineData(
        "abstract class Orders { protected abstract Task A(); } class Hooks : Orders { @ protected override Task A() => Task.CompletedTask; }"
    )]
    [InlineData("public class Hooks { @ protected virtual Task A() => Task.CompletedTask; }")]
    [InlineData(
        "public class Hooks { private partial class P { @ public static Task A() => Task.CompletedTask; } private partial class P; }"
    )]
    public async Task What_other_declarations_must_match_is_left_alone(string source) =>
        Assert.Empty(
            await VerifyFix.Offers<MakeInternalFix>(
                source.Replace("@", """[Webhook("/a"), Unverified("test")]""", StringComparison.Ordinal)
            )
        );

    private static string Handler(string declaration) =>
        $$"""
            public class Hooks
            {
                // Called often.
                [Webhook("/a"), Unverified("test")]
                {{declaration}} A() => Task.CompletedTask;
            }
            """;
}
