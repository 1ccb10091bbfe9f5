using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0014, HL0015, HL0025 and HL0026: where parameters come from.</summary>
public class ParameterTests
{
    [Theory]
    [InlineData("System.Net.Http.HttpClient {|HL0014:client|}", "client", "System.Net.Http.HttpClient")]
    [InlineData("Dictionary<string, string> {|HL0014:data|}", "data", "System.Collections.Generic.Dictionary<string, string>")]
    public Task A_class_of_the_framework_is_a_service_or_a_body(string parameter, string name, string type) =>
        Check(
            parameter,
            $"Where the parameter '{name}' of type '{type}' comes from is not clear (a service and a body look alike): "
                + "choose [FromHeader], [FromQuery], [FromBody], [FromServices] or [FromKeyedServices]"
        );

    [Fact]
    public Task A_handler_has_one_typed_body() =>
        Check(
            "Order first, Order[] {|HL0014:second|}",
            "Where the parameter 'second' of type 'Order[]' comes from is not clear ('first' takes the body as JSON body already): "
                + "choose [FromHeader], [FromQuery], [FromBody], [FromServices] or [FromKeyedServices]"
        );

    [Theory]
    [InlineData("[FromForm] string a, Order {|HL0014:b|}", "b", "Order", "'a' takes the body as form already")]
    [InlineData("Stream a, [FromForm] string {|HL0014:b|}", "b", "string", "'a' takes the body as stream already")]
    [InlineData("Order a, Stream {|HL0014:b|}", "b", "System.IO.Stream", "'a' takes the body as JSON body already")]
    public Task The_body_is_read_in_one_shape(string parameters, string name, string type, string reason) =>
        Check(
            parameters,
            $"Where the parameter '{name}' of type '{type}' comes from is not clear ({reason}): "
                + "choose [FromHeader], [FromQuery], [FromBody], [FromServices] or [FromKeyedServices]"
        );

    [Theory]
    [InlineData("[FromRoute] string {|HL0015:a|}", "the endpoint has no parameter {a}")]
    [InlineData("[AsParameters] Form? {|HL0015:a|}", "an [AsParameters] object is always built; its members may be optional")]
    [InlineData("[AsParameters] Outer {|HL0015:a|}", "[AsParameters] objects do not nest")]
    [InlineData("[AsParameters] IServiceProvider {|HL0015:a|}", "it is not a class, record or struct that can be built")]
    [InlineData("[FromForm] Form {|HL0015:a|}", "'object?' of 'Value' cannot be read from a form")]
    public Task A_source_must_be_able_to_give_the_value(string parameter, string problem) =>
        Check(parameter, $"The parameter 'a' cannot be bound: {problem}");

    [Fact]
    public Task The_parts_of_a_signed_upload_are_handed_on_when_it_is_complete() =>
        Verify.Plugin(
            """
            public static class Hooks
            {
                [Webhook("/a"), GitHubSignature(Secret = nameof(Config.Key))]
                public static Task A(IAsyncEnumerable<UploadedPart> {|HL0015:a|}) => Task.CompletedTask;

                [Webhook("/b"), SharedToken(Header = "X", Secret = nameof(Config.Key))]
                public static Task B(IAsyncEnumerable<UploadedPart> a) => Task.CompletedTask;
            }
            [PluginConfig] public sealed class Config { [Secret] public string? Key { get; init; } }
            """,
            "The parameter 'a' cannot be bound: a signed upload is verified when it is complete, "
                + "so its parts cannot be handed on while they arrive; take IFormFile"
        );

    [Theory]
    [InlineData("ref int {|HL0015:a|}")]
    [InlineData("out int {|HL0015:a|}", "{ a = 0; return Task.CompletedTask; }")]
    [InlineData("ref readonly int {|HL0015:a|}")]
    [InlineData("ReadOnlySpan<byte> {|HL0015:a|}")]
    public Task An_asynchronous_handler_takes_values(string parameter, string body = "=> Task.CompletedTask;") =>
        Verify.Handlers(
            $"[Webhook(\"/a\"), Unverified(\"test\")] public static Task A({parameter}) {body}",
            "The parameter 'a' cannot be bound: an asynchronous handler takes its parameters by value"
        );

    [Theory]
    [InlineData("[FromHeader] Order {|HL0015:a|}", "Order")]
    [InlineData("[FromQuery] Order[] {|HL0015:a|}", "Order[]")]
    [InlineData("[FromHeader] object {|HL0015:a|}", "object")]
    [InlineData("[FromQuery] List<object> {|HL0015:a|}", "System.Collections.Generic.List<object>")]
    public Task Text_becomes_only_what_can_be_parsed(string parameter, string type) =>
        Check(
            parameter,
            $"The parameter 'a' cannot be bound: '{type}' is not a string, an enumeration, a type with TryParse, or an array or list of these"
        );

    [Theory]
    [InlineData("WebhookContext a, Microsoft.AspNetCore.Http.HttpContext b, CancellationToken c, System.Security.Claims.ClaimsPrincipal d")]
    [InlineData("string a, int? b, DayOfWeek[] c, Guid[] d, in long e, Microsoft.Extensions.Primitives.StringValues f")]
    [InlineData("[FromHeader(Name = \"X-A\")] string a, [FromQuery] decimal? b = null")]
    [InlineData("IServiceProvider a, [FromServices] System.Net.Http.HttpClient b, [FromKeyedServices(\"k\")] System.Net.Http.HttpClient c")]
    [InlineData("Order a, ReadOnlyMemory<byte> b")]
    [InlineData("System.Text.Json.JsonElement a")]
    [InlineData("[FromForm] string a, Microsoft.AspNetCore.Http.IFormFile b, [FromForm] Order c")]
    [InlineData("Stream a")]
    [InlineData("[AsParameters] Query a")]
    [InlineData("[FromJson(\"repository.full_name\")] string a, [FromJson(\"commits[*].message\")] string[] b")]
    public Task Parameters_that_say_where_they_come_from_are_right(string parameters) => Check(parameters);

    [Theory]
    [InlineData("a..b", "a property name is missing")]
    [InlineData("a[x]", "an index or '*' is expected here")]
    public Task A_JSON_path_is_well_formed(string path, string problem) =>
        Check($"[FromJson({{|HL0025:\"{path}\"|}})] string a", $"The path of the parameter 'a' cannot be read: {problem}");

    [Fact]
    public Task A_JSON_value_can_be_read_as_the_type() => Check("[FromJson(\"a\")] {|HL0026:System.IO.Stream|} a");

    private static Task Check(string parameters, params string[] messages) => Verify.Plugin(Source(parameters), messages);

    private static string Source(string parameters) =>
        $$"""
            using System.IO;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.DependencyInjection;
            public static class Hooks { [Webhook("/a"), Unverified("test")] public static Task A({{parameters}}) => Task.CompletedTask; }
            public sealed record Order(string Id);
            public sealed class Form { public object? Value { get; set; } }
            public sealed record Outer([AsParameters] Order Inner);
            public sealed class Query { public string? Text { get; set; } [FromHeader] public int? Count { get; set; } }
            [System.Text.Json.Serialization.JsonSerializable(typeof(Order[]))]
            internal sealed partial class Json : System.Text.Json.Serialization.JsonSerializerContext;
            """;
}
