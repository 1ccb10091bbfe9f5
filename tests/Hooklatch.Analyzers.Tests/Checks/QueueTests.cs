using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0085 to HL0088: what a handler cannot have that runs after its sender was answered, and what has no meaning for one that does not.</summary>
public class QueueTests
{
    private const string Queued = "\"/a\", Mode = WebhookMode.Queued";

    [Theory]
    [InlineData("HttpContext {|HL0085:http|}")]
    [InlineData("HttpRequest {|HL0085:request|}")]
    [InlineData("HttpResponse {|HL0085:response|}")]
    [InlineData("ClaimsPrincipal {|HL0085:user|}")]
    [InlineData("Stream {|HL0085:body|}")]
    [InlineData("System.IO.Pipelines.PipeReader {|HL0085:body|}")]
    [InlineData("IAsyncEnumerable<UploadedPart> {|HL0085:parts|}")]
    [InlineData("Whole {|HL0085:whole|}")]
    [InlineData("[FromHeader(Name = \"Authorization\")] string {|HL0085:token|}")]
    [InlineData("[FromHeader(Name = \"X-Hub-Signature-256\")] string {|HL0085:signature|}")]
    [InlineData("[FromQuery] string {|HL0085:token|}")]
    [InlineData("[FromQuery] int {|HL0085:tokenCount|}")]
    [InlineData("[FromQuery] string {|HL0085:sign_up_id|}")]
    [InlineData("[FromQuery] string signupId, [FromQuery] bool tokenize, [FromHeader(Name = \"X-Design\")] string design")]
    [InlineData("[FromQuery, NotCredential] int tokenCount, [AsParameters] Counts counts")]
    [InlineData("[AsParameters] Parts {|HL0085:parts|}")]
    [InlineData("WebhookContext delivery, byte[] body, [FromHeader(Name = \"X-Region\")] string? region, CancellationToken cancellation")]
    [InlineData("IFormFile file, [FromForm] string name")]
    [InlineData("[FromJson(\"token\")] string token")]
    public Task Only_what_is_stored_can_be_bound(string parameters) => Check(Handler(parameters, Queued));

    [Theory]
    [InlineData("HttpContext http, Stream body")]
    [InlineData("[FromHeader(Name = \"Authorization\")] string token")]
    public Task An_inline_handler_may_have_it_all(string parameters) => Check(Handler(parameters, "\"/a\""));

    [Theory]
    [InlineData("")]
    [InlineData(", NotCredential")]
    public Task The_header_of_the_scheme_is_a_credential_whatever_it_is_called(string more) =>
        Check(
            $$"""
            [Webhook({{Queued}}), SharedToken(Secret = nameof(Config.Key), Header = "X-Seal")]
            public static Task A([FromHeader(Name = "X-Seal"){{more}}] string {|HL0085:seal|}) => Task.CompletedTask;
            """
        );

    [Theory]
    [InlineData("Task<{|HL0086:string|}>", "Task.FromResult(\"\")")]
    [InlineData("ValueTask<{|HL0086:string|}>", "new(\"\")")]
    [InlineData("Task", "Task.CompletedTask")]
    [InlineData("ValueTask", "default")]
    public Task Nobody_waits_for_a_value(string type, string value) =>
        Check($"[Webhook({Queued}), Unverified(\"test\")] public static {type} A() => {value};");

    [Theory]
    [InlineData("\"/a\"", ", {|HL0087:Retry|}")]
    [InlineData("\"/a\"", ", {|HL0087:InOrder(\"id\")|}")]
    [InlineData("\"/a\"", ", {|HL0087:Concurrency(1)|}")]
    [InlineData("\"/a\", TimeoutSeconds = {|HL0087:5|}", "")]
    [InlineData("\"/a\", Mode = WebhookMode.Inline", ", {|HL0087:Retry(MaxAttempts = 3)|}")]
    [InlineData(Queued + ", TimeoutSeconds = 5", ", Retry(MaxAttempts = 3), InOrder(\"id\"), Concurrency(2)")]
    public Task A_setting_of_a_queue_stands_at_one(string webhook, string attributes) => Check(Handler("", webhook, attributes));

    [Theory]
    [InlineData("", ", Retry(MaxAttempts = {|HL0088:0|})")]
    [InlineData("", ", Retry(MaxAttempts = {|HL0088:101|})")]
    [InlineData("", ", Retry(FirstDelaySeconds = {|HL0088:-1|})")]
    [InlineData("", ", Retry(MaxDelaySeconds = {|HL0088:604801|})")]
    [InlineData("", ", Concurrency({|HL0088:0|})")]
    [InlineData("", ", InOrder({|HL0088:\"a[\"|})")]
    [InlineData(", TimeoutSeconds = {|HL0088:86401|}", "")]
    public Task A_setting_is_one_that_can_be_kept(string arguments, string attributes) =>
        Check(Handler("", Queued + arguments, attributes));

    [Fact]
    public Task A_constructor_cannot_have_the_request_either() =>
        Verify.Plugin(
            """
            public class Hooks(Microsoft.AspNetCore.Http.HttpContext http)
            {
                [Webhook("/a", Mode = WebhookMode.Queued), Unverified("test")]
                public Task {|HL0085:A|}() => Task.FromResult(http);

                [Webhook("/b"), Unverified("test")]
                public Task B() => Task.FromResult(http);
            }
            """
        );

    [Theory]
    [InlineData("Mode = WebhookMode.Queued", "Mode = WebhookMode.Inline", "")]
    [InlineData("Record = true", "Record = false", "")]
    [InlineData("Mode = WebhookMode.Queued", "Mode = WebhookMode.Queued", ", InOrder(\"id\")")]
    [InlineData("Mode = WebhookMode.Queued", "Mode = WebhookMode.Queued", ", Concurrency(2)")]
    public Task The_handlers_of_one_endpoint_run_in_one_way(string first, string second, string more) =>
        Verify.Plugin(
            $$"""
            [Webhook("/a", {{first}}), GitHubSignature(Secret = nameof(Config.Key))]
            public class First
            {
                [OnEvent("push")]
                public Task A() => Task.CompletedTask;
            }

            [Webhook("/a", {{second}}), GitHubSignature(Secret = nameof(Config.Key)){{more}}]
            public class Second
            {
                [OnEvent("issues")]
                public Task {|HL0035:B|}() => Task.CompletedTask;
            }

            [PluginConfig]
            public sealed class Config
            {
                [Secret]
                public string? Key { get; init; }
            }
            """
        );

    [Fact]
    public Task What_holds_for_the_endpoint_stands_where_it_is_declared() =>
        Verify.Plugin(
            """
            [Webhook("/a", Mode = WebhookMode.Queued), GitHubSignature(Secret = nameof(Config.Key)), Retry(MaxAttempts = 3)]
            public class Hooks
            {
                [OnEvent("push"), {|HL0088:Concurrency(1)|}]
                public Task A() => Task.CompletedTask;

                [OnEvent("issues"), Retry(MaxAttempts = 2)]
                public Task B() => Task.CompletedTask;
            }

            [PluginConfig]
            public sealed class Config
            {
                [Secret]
                public string? Key { get; init; }
            }
            """
        );

    [Fact]
    public Task A_handler_is_let_run_inline() =>
        VerifyFix.Turns<RunInlineFix>(Hooks(Handler("HttpContext http", Queued)), Hooks(Handler("HttpContext http", "\"/a\"")));

    [Theory]
    [InlineData("\"/a\"", ", Retry")]
    [InlineData("\"/a\", TimeoutSeconds = 5", "")]
    public Task A_setting_is_left_out(string webhook, string attributes) =>
        VerifyFix.Turns<RemoveQueueSettingFix>(Hooks(Handler("", webhook, attributes)), Hooks(Handler("", "\"/a\"")));

    [Theory]
    [InlineData("Stream body", "\"/a\", Record = {|HL0066:true|}")]
    [InlineData("IAsyncEnumerable<UploadedPart> parts", "\"/a\", Record = {|HL0066:true|}")]
    [InlineData("HttpContext http", "\"/a\", Record = true")]
    [InlineData("byte[] body", "\"/a\", Record = true")]
    [InlineData("", "\"/a\", Record = true")]
    [InlineData("Stream body", "\"/a\", Record = false")]
    [InlineData("byte[] body", Queued + ", Record = {|HL0067:true|}")]
    [InlineData("byte[] body", Queued + ", Record = false")]
    public Task What_keeps_nothing_is_not_written(string parameters, string webhook) => Check(Handler(parameters, webhook));

    [Fact]
    public Task A_stream_over_a_body_that_is_verified_is_recorded() =>
        Check(
            """
            [Webhook("/a", Record = true), GitHubSignature(Secret = nameof(Config.Key))]
            public static Task A(Stream body) => Task.CompletedTask;
            """
        );

    [Theory]
    [InlineData("Stream body", "\"/a\"")]
    [InlineData("byte[] body", Queued)]
    public Task Record_is_left_out(string parameters, string webhook) =>
        VerifyFix.Turns<RemoveRecordFix>(Hooks(Handler(parameters, webhook + ", Record = true")), Hooks(Handler(parameters, webhook)));

    private static Task Check(string marked) => Verify.Plugin(Hooks(marked));

    private static string Hooks(string members) =>
        $$"""
            using System.IO;
            using System.Security.Claims;
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;

            public class Hooks
            {
            {{members}}
            }

            [PluginConfig]
            public sealed class Config
            {
                [Secret]
                public string? Key { get; init; }
            }

            public sealed record Parts([FromQuery] string Page, HttpContext Http);

            public sealed record Counts([FromQuery, NotCredential] int Tokens)
            {
                [FromQuery, NotCredential] public int? Secrets { get; init; }
            }

            public sealed class Whole
            {
                public static ValueTask<Whole?> BindAsync(HttpContext http) => default;
            }
            """;

    private static string Handler(string parameters, string webhook, string attributes = "") =>
        $"[Webhook({webhook}), Unverified(\"test\"){attributes}] public static Task A({parameters}) => Task.CompletedTask;";
}
