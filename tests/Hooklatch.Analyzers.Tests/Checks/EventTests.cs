using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0002 and HL0033 to HL0036: handlers that take some of the events of an endpoint.</summary>
public class EventTests
{
    private const string Config = """
        [PluginConfig] public sealed class Config { [Secret] public string? Key { get; init; } [Secret] public string? Other { get; init; } }
        """;

    private const string Signed = "[Webhook(\"/a\"), GitHubSignature(Secret = nameof(Config.Key))]";

    [Theory]
    [InlineData("push")]
    [InlineData("issues.opened")]
    [InlineData("issues.*")]
    [InlineData("*")]
    public Task An_event_is_a_name_or_the_beginning_of_names(string name) =>
        Events($"[OnEvent(\"{name}\")] public static Task A() => Task.CompletedTask;");

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("null!")]
    [InlineData("\"**\"")]
    [InlineData("\".*\"")]
    [InlineData("\"invoice*\"")]
    [InlineData("\"*.paid\"")]
    [InlineData("\"a.*.b\"")]
    public Task What_no_event_is_called_is_rejected(string name) =>
        Events($"[OnEvent({{|HL0036:{name}|}})] public static Task A() => Task.CompletedTask;");

    [Fact]
    public Task The_message_says_what_an_event_is() =>
        Events(
            """[OnEvent({|HL0036:"invoice*"|})] public static Task A() => Task.CompletedTask;""",
            "\"invoice*\" is no event: write a name such as \"push\", the beginning of names such as \"invoice.*\", or \"*\" for the rest"
        );

    [Fact]
    public Task Of_overlapping_events_the_most_specific_handler_runs() =>
        Verify.Plugin(
            $$"""
            {{Acme}}
            [Webhook("/a"), AcmeSignature(Secret = nameof(Config.Key))] public static class Hooks
            {
            [OnEvent("issues")] public static Task A() => Task.CompletedTask;
            [OnEvent("issues.*")] public static Task B() => Task.CompletedTask;
            [OnEvent("issues.opened"), OnEvent("issues.opened")] public static Task C() => Task.CompletedTask;
            [OnEvent("issues.opened.*")] public static Task D() => Task.CompletedTask;
            [OnEvent("*")] public static Task E(WebhookContext delivery) => Task.CompletedTask;
            }
            {{Config}}
            """
        );

    [Theory]
    [InlineData("push")]
    [InlineData("issues.*")]
    [InlineData("*")]
    public Task One_handler_takes_an_event(string name) =>
        Events(
            $$"""
            [OnEvent("{{name}}")] public static Task A() => Task.CompletedTask;
            [OnEvent("ping"), OnEvent({|HL0034:"{{name}}"|})] public static Task B() => Task.CompletedTask;
            """,
            $"The event \"{name}\" is taken by A already: give one of them another event"
        );

    [Fact]
    public Task An_event_may_be_taken_again_at_another_endpoint_or_method() =>
        Verify.Plugin(
            $$"""
            [Webhook("/a", Methods = ["POST"]), GitHubSignature(Secret = nameof(Config.Key))] public static class First
            {
                [OnEvent("push")] public static Task A() => Task.CompletedTask;
            }
            [Webhook("/a", Methods = ["PUT"]), GitHubSignature(Secret = nameof(Config.Key))] public static class Second
            {
                [OnEvent("push")] public static Task A() => Task.CompletedTask;
            }
            [Webhook("/b"), GitHubSignature(Secret = nameof(Config.Key))] public static class Third
            {
                [OnEvent("push")] public static Task A() => Task.CompletedTask;
            }
            {{Config}}
            """
        );

    [Fact]
    public Task A_handler_of_events_has_an_endpoint() =>
        Verify.Plugin(
            """
            public static class Hooks { [OnEvent("push")] public static Task {|HL0033:A|}() => Task.CompletedTask; }
            """,
            "'A' receives nothing: add [Webhook(\"/…\")] to its class"
        );

    [Fact]
    public Task An_endpoint_of_a_class_has_handlers() =>
        Verify.Plugin(
            """
            [{|HL0033:Webhook("/a")|}, Unverified("test")] public static class Hooks { public static Task A() => Task.CompletedTask; }
            """,
            "'Hooks' receives nothing: none of its methods says with [OnEvent(\"…\")] which events it takes"
        );

    [Fact]
    public Task An_endpoint_of_a_base_class_has_the_handlers_of_those_that_derive_from_it() =>
        Verify.Plugin(
            $$"""
            {{Signed}} public abstract class Base;
            public sealed class Hooks : Base { [OnEvent("push")] public Task A() => Task.CompletedTask; }
            {{Config}}
            """
        );

    [Theory]
    [InlineData("Unverified(\"test\")")]
    [InlineData("SharedToken(Header = \"X\", Secret = nameof(Config.Key))")]
    public Task A_provider_of_events_names_them(string verification) =>
        Verify.Plugin(
            $$"""
            [Webhook("/a"), {{verification}}] public static class Hooks { [OnEvent("a")] public static Task {|HL0033:A|}() => Task.CompletedTask; }
            {{Config}}
            """,
            "'A' receives nothing: its verification does not say where the provider names an event; verify with a scheme that carries "
                + "[EventFrom(…)]"
        );

    [Fact]
    public Task A_handler_of_everything_beside_handlers_of_events_is_one_too_many() =>
        Verify.Plugin(
            $$"""
            {{Signed}} public static class Hooks
            {
                [OnEvent("push")] public static Task A() => Task.CompletedTask;
                [Webhook({|HL0002:"/a"|})] public static Task B() => Task.CompletedTask;
            }
            {{Config}}
            """,
            "Every method of /a is handled by A already: give one of them other Methods or another endpoint"
        );

    [Fact]
    public Task What_is_wrong_with_the_endpoint_of_events_is_said_once() =>
        Verify.Plugin(
            $$"""
            public static class Whole { [Webhook("/a"), Unverified("test")] public static Task A() => Task.CompletedTask; }
            [Webhook({|HL0002:"/a"|}), GitHubSignature(Secret = nameof(Config.Key))] public static class Events
            {
                [OnEvent("push")] public static Task A() => Task.CompletedTask;
                [OnEvent("issues")] public static Task B() => Task.CompletedTask;
            }
            [Webhook({|HL0001:"b"|}), GitHubSignature(Secret = nameof(Config.Key))] public static class Slashless
            {
                [Webhook("/c"), OnEvent("push")] public static Task A() => Task.CompletedTask;
                [OnEvent("push")] public static Task B() => Task.CompletedTask;
                [OnEvent("issues")] public static Task C() => Task.CompletedTask;
            }
            {{Config}}
            """
        );

    [Theory]
    [InlineData("[Webhook(\"/{b}\")]", "string b", "the names of its parameters")]
    [InlineData("[Webhook(\"/{a}\", Methods = [\"POST\", \"GET\"])]", "string a", "its Methods", "Methods = [\"POST\"]")]
    [InlineData("[Webhook(\"/{a}\"), GitHubSignature(Secret = nameof(Config.Other))]", "string a", "its verification")]
    [InlineData("[Webhook(\"/{a}\"), AllowFrom(\"192.0.2.0/24\")]", "string a", "its [AllowFrom]")]
    [InlineData("[Webhook(\"/{a}\", MaxBodySize = 9)]", "string a", "its MaxBodySize")]
    [InlineData("[Webhook(\"/{a}\", DetectDuplicates = false)]", "string a", "its DetectDuplicates")]
    [InlineData("[Webhook(\"/{a}\"), FormEnvelope(\"other\")]", "string a", "its [FormEnvelope]")]
    [InlineData("[Webhook(\"/{a}\"), FormLimits(MaxFields = 9)]", "string a", "its [FormLimits]")]
    public Task The_handlers_of_one_endpoint_agree_on_it(string second, string parameter, string difference, string first = "") =>
        Verify.Plugin(
            $$"""
            [GitHubSignature(Secret = nameof(Config.Key))] public static class Hooks
            {
                [Webhook("/{a}"{{(
                first.Length == 0 ? "" : ", " + first
            )}}), OnEvent("push")] public static Task A(string a) => Task.CompletedTask;
                {{second}} [OnEvent("ping")] public static Task {|HL0035:B|}({{parameter}}) => Task.CompletedTask;
            }
            {{Config}}
            """,
            $"'A' and 'B' take events of one endpoint, and {difference} differ: state it once, with [Webhook] on their class"
        );

    [Theory]
    [InlineData("[FromJson(\"a\")] string a", "[FromForm] string b")]
    [InlineData("IFormFile a", "System.Text.Json.Nodes.JsonObject b")]
    [InlineData("System.IO.Stream a", "[FromJson(\"a\")] string b")]
    public Task The_handlers_of_one_endpoint_read_one_kind_of_body(string first, string second) =>
        Verify.Plugin(
            $$"""
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            {{Acme}}
            [Webhook("/a"), AcmeSignature(Secret = nameof(Config.Key))] public static class Hooks
            {
                [OnEvent("a")] public static Task A({{first}}) => Task.CompletedTask;
                [OnEvent("b")] public static Task {|HL0035:B|}({{second}}) => Task.CompletedTask;
            }
            {{Config}}
            """,
            "'A' and 'B' take events of one endpoint, and what they read of it, JSON or a form, differ: state it once, with [Webhook] on "
                + "their class"
        );

    [Theory]
    [InlineData("[FromJson(\"a\")] string a", "System.Text.Json.Nodes.JsonObject? b")]
    [InlineData("[FromJson(\"a\")] string a", "WebhookContext b")]
    [InlineData("[FromForm] string a", "IFormFile b")]
    [InlineData("[FromForm] string a", "CancellationToken b")]
    public Task The_handlers_of_one_endpoint_may_read_more_or_less_of_it(string first, string second) =>
        Verify.Plugin(
            $$"""
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            {{Acme}}
            [Webhook("/a"), AcmeSignature(Secret = nameof(Config.Key))] public static class Hooks
            {
                [OnEvent("a")] public static Task A({{first}}) => Task.CompletedTask;
                [OnEvent("b")] public static Task B({{second}}) => Task.CompletedTask;
            }
            {{Config}}
            """
        );

    private const string Acme = """
        [Hooklatch.Signing.HmacScheme(Hooklatch.Signing.HmacAlgorithm.Sha256, Header = "X")]
        [Hooklatch.Signing.EventFrom(Header = "E")]
        public sealed class AcmeSignatureAttribute : SignatureAttribute;
        """;

    private static Task Events(string handlers, params string[] messages) =>
        Verify.Plugin($"{Signed} public static class Hooks\n{{\n{handlers}\n}}\n{Config}", messages);
}
