using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Snapshots;

/// <summary>Every form that a parameter has.</summary>
public sealed class ParameterSnapshots
{
    [Fact]
    public void Headers() => Verify(Texts("FromHeader(Name = \"X-Value\")"));

    [Fact]
    public void Query() => Verify(Texts("FromQuery"));

    [Fact]
    public void Routes() =>
        Verify(
            """
            using Microsoft.AspNetCore.Mvc;

            public static class Hooks
            {
                [Webhook("/rooms/{room}/{number}")]
                [Unverified("sample")]
                public static Task On(string room, [FromRoute(Name = "number")] int count) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void Lists_and_types_that_parse_themselves() =>
        Verify(
            """
            using Microsoft.AspNetCore.Mvc;

            public sealed record Version(int Number)
            {
                public static bool TryParse(string text, out Version version)
                {
                    version = new Version(text.Length);
                    return true;
                }
            }

            public static class Hooks
            {
                [Webhook("/hook")]
                [Unverified("sample")]
                public static Task On(
                    Version version, Version? maybe, Version[] versions, List<string> texts, IReadOnlyList<int>? numbers, Uri address, List<int?> gaps) =>
                    Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void Fields_and_files_of_a_form() =>
        Verify(
            """
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;

            public static class Hooks
            {
                [Webhook("/hook", MaxBodySize = 1048576)]
                [FormLimits(MaxFields = 10)]
                [Unverified("sample")]
                public static Task On(
                    [FromForm] string title, [FromForm(Name = "page-count")] int? pages, IFormFile report, IFormFile? cover, IFormFileCollection all) =>
                    Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void An_object_from_a_form() =>
        Verify(
            """
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;

            public sealed record Author(string Name);

            public sealed class Report
            {
                public required string Title { get; init; }
                public int Pages { get; init; }
                public Author? Author { get; init; }
                public List<Author> Readers { get; init; } = [];
                public IFormFile? Cover { get; init; }
            }

            public static class Hooks
            {
                [Webhook("/hook")]
                [Unverified("sample")]
                public static Task On([FromForm] Report report) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void An_object_of_parameters() =>
        Verify(
            """
            using Microsoft.AspNetCore.Mvc;

            public sealed record Search([FromQuery] string Text, CancellationToken Cancellation, int Limit = 10)
            {
                [FromHeader(Name = "X-Client")] public string? Client { get; init; }
                [FromServices] public IDisposable? Service { get; init; }
            }

            public static class Hooks
            {
                [Webhook("/hook")]
                [Unverified("sample")]
                public static Task On([Microsoft.AspNetCore.Http.AsParameters] Search search, string text) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void A_body_as_a_stream() => Verify(Body("System.IO.Stream body"));

    [Fact]
    public void Defaults() =>
        Verify(
            """
            public enum Level { Low, @default = 5, High = -1 }

            public static class Hooks
            {
                [Webhook("/hook")]
                [Unverified("sample")]
                public static Task On(
                    string text = "a \"text\"",
                    string? noText = null,
                    string nullText = null!,
                    char separator = '\'',
                    bool flag = true,
                    int number = -1,
                    int? maybe = 1,
                    byte small = 255,
                    ulong large = ulong.MaxValue,
                    double ratio = 0.5,
                    float infinite = float.NegativeInfinity,
                    decimal price = 9.99m,
                    Level level = Level.High,
                    Level? keyword = Level.@default,
                    Level unknown = (Level)7,
                    Guid id = default,
                    TimeSpan? timeout = null,
                    string[]? texts = null,
                    int[]? numbers = null) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void What_the_request_is() =>
        Verify(
            """
            using System.Security.Claims;
            using Microsoft.AspNetCore.Http;

            public static class Hooks
            {
                [Webhook("/hook")]
                [Unverified("sample")]
                public static Task On(
                    WebhookContext delivery,
                    HttpContext context,
                    HttpRequest request,
                    HttpResponse response,
                    ClaimsPrincipal user,
                    ReadOnlyMemory<byte> body,
                    CancellationToken cancellation) => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void Parts_of_a_JSON_body_as_bytes() =>
        Verify(
            """
            public static class Hooks
            {
                [Webhook("/hook")]
                [Unverified("sample")]
                public static Task On(
                    [FromJson("a")] string text, [FromJson("b")] ReadOnlyMemory<byte>? part, [FromJson("c[*]")] List<ReadOnlyMemory<byte>> parts) =>
                    Task.CompletedTask;
            }
            """
        );

    [Fact]
    public void A_JSON_element() => Verify(Body("System.Text.Json.JsonElement payload"));

    [Fact]
    public void A_JSON_element_that_may_be_missing() => Verify(Body("System.Text.Json.JsonElement? payload"));

    [Fact]
    public void A_JSON_object() => Verify(Body("System.Text.Json.Nodes.JsonObject payload"));

    [Fact]
    public void A_JSON_node_that_may_be_missing() => Verify(Body("System.Text.Json.Nodes.JsonNode? payload"));

    [Fact]
    public void A_typed_body() => Verify(Body("Push payload"));

    [Fact]
    public void A_typed_body_that_may_be_missing() => Verify(Body("[Microsoft.AspNetCore.Mvc.FromBody] Push? payload = null"));

    private static string Texts(string attribute) =>
        $$"""
            using System.Net;
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.Primitives;

            public enum Level { Low, High }

            public static class Hooks
            {
                [Webhook("/hook")]
                [Unverified("sample")]
                public static Task On(
                    [{{attribute}}] string text,
                    [{{attribute}}] string? maybeText,
                    [{{attribute}}] string[] texts,
                    [{{attribute}}] string[]? maybeTexts,
                    [{{attribute}}] StringValues values,
                    [{{attribute}}] StringValues? maybeValues,
                    [{{attribute}}] int number,
                    [{{attribute}}] int? maybeNumber,
                    [{{attribute}}] int[] numbers,
                    [{{attribute}}] IPAddress address,
                    [{{attribute}}] IPAddress? maybeAddress,
                    [{{attribute}}] DateTimeOffset[]? maybeDates,
                    [{{attribute}}] Level level,
                    [{{attribute}}] Level? maybeLevel,
                    [{{attribute}}] Level[] levels,
                    [{{attribute}}] Level[]? maybeLevels) => Task.CompletedTask;
            }
            """;

    private static string Body(string parameter) =>
        $$"""
            using System.Text.Json.Serialization;

            public sealed record Push(string Repository);

            [JsonSerializable(typeof(Push))]
            internal sealed partial class SampleJson : JsonSerializerContext;

            public static class Hooks
            {
                [Webhook("/hook")]
                [Unverified("sample")]
                public static Task On({{parameter}}) => Task.CompletedTask;
            }
            """;

    private static void Verify(string source, [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Snapshot.Verify(Project.Plugin(source).Generate(), only: "Hooks_Handlers", method: test);
}
