using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0003, HL0006 and HL0022: what a handler returns, and which JSON types it needs.</summary>
public class ResultTests
{
    private const string Context = """
        [System.Text.Json.Serialization.JsonSerializable(typeof(Order))]
        internal sealed partial class Json : System.Text.Json.Serialization.JsonSerializerContext;
        public sealed record Order(string Id, Line[] Lines);
        public sealed record Line(string Text);
        public sealed record Other(string Id);
        """;

    [Theory]
    [InlineData("void", "{ }")]
    [InlineData("string", "=> \"\";")]
    [InlineData("IEnumerable<Task>", "=> [];")]
    [InlineData("Task?", "=> null;")]
    [InlineData("Task<string>?", "=> null;")]
    [InlineData("ValueTask<string>?", "=> null;")]
    public Task A_handler_is_asynchronous(string type, string body) =>
        Verify.Handlers($"[Webhook(\"/a\"), Unverified(\"test\")] public static {{|HL0003:{type}|}} A() {body}");

    [Fact]
    public Task A_synchronous_handler_is_told_what_to_return() =>
        Verify.Handlers(
            """[Webhook("/a"), Unverified("test")] public static {|HL0003:int|} A() => 1;""",
            "The handler 'A' returns 'int': return Task, Task<T>, ValueTask or ValueTask<T>"
        );

    [Theory]
    [InlineData("Task", "Task.CompletedTask")]
    [InlineData("ValueTask", "default")]
    [InlineData("Task<string>", "null!")]
    [InlineData("ValueTask<(string?, int)>", "default")]
    [InlineData("Task<System.Text.Json.Nodes.JsonObject>", "null!")]
    [InlineData("Task<System.Text.Json.JsonElement>", "null!")]
    [InlineData("Task<Microsoft.AspNetCore.Http.IResult>", "null!")]
    [InlineData("Task<Microsoft.AspNetCore.Http.HttpResults.Ok>", "null!")]
    public Task Results_that_need_no_context_are_right(string type, string value) =>
        Verify.Handlers($"[Webhook(\"/a\"), Unverified(\"test\")] public static {type} A() => {value};");

    [Theory]
    [InlineData("Task<Order>")]
    [InlineData("ValueTask<(Order, int)>")]
    [InlineData("Task<Line[]>")]
    [InlineData("Task<Line?>")]
    public Task A_type_that_a_context_lists_or_reaches_is_right(string type) =>
        Verify.Plugin(
            $$"""
            public static class Hooks { [Webhook("/a"), Unverified("test")] public static {{type}} A(Order order) => default!; }
            {{Context}}
            """
        );

    [Theory]
    [InlineData("Task<{|HL0006:Other|}>", "Other")]
    [InlineData("System.Threading.Tasks.ValueTask<({|HL0006:Other|}, int)>", "Other")]
    [InlineData("Task<{|HL0006:Order[]|}>", "Order[]")]
    [InlineData("Task<{|HL0006:(Order, long)|}>", "(Order, long)")]
    public Task A_result_that_no_context_covers_is_marked(string type, string name) =>
        Verify.Plugin(
            $$"""
            public static class Hooks { [Webhook("/a"), Unverified("test")] public static {{type}} A() => default!; }
            {{Context}}
            """,
            $"No JsonSerializerContext of this plugin covers '{name}': add [JsonSerializable(typeof({name}))] to Json"
        );

    [Fact]
    public Task A_body_that_no_context_covers_is_marked() =>
        Verify.Plugin(
            """
            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")] public static Task A([Microsoft.AspNetCore.Mvc.FromBody] {|HL0006:Order?|} order) => Task.CompletedTask;
            }
            public sealed record Order(string Id);
            """,
            "No JsonSerializerContext of this plugin covers 'Order': add [JsonSerializable(typeof(Order))] to "
                + "a partial class that derives from JsonSerializerContext"
        );

    [Fact]
    public Task A_context_that_generated_code_cannot_reach_covers_nothing() =>
        Verify.Plugin(
            """
            public static partial class Hooks
            {
                [Webhook("/a"), Unverified("test")] public static Task<{|HL0006:Order|}> A() => default!;

                [System.Text.Json.Serialization.JsonSerializable(typeof(Order))]
                private sealed partial class Json : System.Text.Json.Serialization.JsonSerializerContext;
            }
            public sealed record Order(string Id);
            """
        );

    [Theory]
    [InlineData("Task<object>", "'A' returns 'object', which cannot be written: 'object' does not say how it is written")]
    [InlineData("Task<dynamic>", "'A' returns 'dynamic', which cannot be written: it has no JSON form")]
    [InlineData(
        "Task<(Microsoft.AspNetCore.Http.IResult, int)>",
        "'A' returns '(Microsoft.AspNetCore.Http.IResult, int)', which cannot be written: an IResult chooses its own status"
    )]
    public Task A_result_can_be_written(string type, string message) =>
        Verify.Handlers(
            $"[Webhook(\"/a\"), Unverified(\"test\")] public static {{|HL0022:{type}|}} A() => default!;",
            $"The handler {message}"
        );
}
