using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Tests.Incrementality;

/// <summary>What an edit costs: only the files that it changes are written again, and those are.</summary>
public sealed class EditTests
{
    private const string First = """
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Mvc;

        public sealed record Answer(string Text);

        [JsonSerializable(typeof(Answer))]
        internal sealed partial class SampleJson : JsonSerializerContext;

        [PluginConfig]
        public sealed class SampleConfig
        {
            [Secret] public string? Secret { get; init; }
        }

        [GitHubSignature(Secret = "Secret")]
        public sealed class First(SampleConfig config)
        {
            [Webhook("/first")]
            public Task<Answer> On([FromHeader] string text, [FromJson("a")] int number = 1) => Task.FromResult(new Answer($"{config}"));
        }
        """;

    private const string Second = """
        [Unverified("sample")]
        public static class Second
        {
            [Webhook("/second", Methods = ["POST"])] public static Task On() => Task.CompletedTask;
        }
        """;

    private const string Events = """
        [Webhook("/events", Methods = ["PATCH"])]
        [GitHubSignature(Secret = "Secret")]
        public static class Events
        {
            [OnEvent("push")] public static Task Pushed() => Task.FromResult(1);

            [OnEvent("issues.opened")] public static Task Opened([FromJson("issue.title")] string title) => Task.FromResult(2);
        }
        """;

    private const string Acme = """
        using Hooklatch.Signing;

        [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Acme", Prefix = "v1,")]
        public sealed class AcmeSignatureAttribute : SignatureAttribute;

        public static class Acme
        {
            [Webhook("/acme")] [AcmeSignature(Secret = "Secret")] public static Task On() => Task.CompletedTask;
        }
        """;

    private const string Unrelated = "internal static class Unrelated { internal static int Number => 1; }";

    [Fact]
    public void An_edit_elsewhere_leaves_every_step_as_it_was() => Rerun(Replace("Number => 1", "Number => 2")).Writes();

    [Fact]
    public void An_edit_of_a_comment_leaves_every_step_as_it_was() =>
        Rerun(Replace("[Webhook(\"/first\")]", "// here\n[Webhook(\"/first\")]")).Writes();

    [Fact]
    public void An_edit_of_a_body_writes_nothing() => Rerun(Replace("Task.CompletedTask", "Task.Delay(1)")).Writes();

    [Fact]
    public void An_edit_of_a_binding_writes_its_own_file() => Rerun(Replace("[FromHeader]", "[FromQuery]")).Writes("First_Handlers.g.cs");

    [Fact]
    public void An_edit_of_a_JSON_path_writes_its_own_file() =>
        Rerun(Replace("[FromJson(\"a\")]", "[FromJson(\"b\")]")).Writes("First_Handlers.g.cs");

    [Fact]
    public void An_edit_of_a_verification_writes_its_own_file() =>
        Rerun(Replace("[GitHubSignature(Secret = \"Secret\")]", "[SharedToken(Header = \"X\", Secret = \"Secret\")]"))
            .Writes("First_Handlers.g.cs", "Webhooks.g.cs");

    [Fact]
    public void An_edit_of_a_token_to_the_query_writes_its_file_and_the_manifest() =>
        Rerun(Replace("[GitHubSignature(Secret = \"Secret\")]", "[SharedToken(Query = \"x\", Secret = \"Secret\")]"))
            .Writes("First_Handlers.g.cs", "Manifest.g.cs", "Webhooks.g.cs");

    [Fact]
    public void An_edit_of_an_endpoint_writes_its_file() =>
        Rerun(Replace("\"/first\"", "\"/1st\"")).Writes("First_Handlers.g.cs", "Webhooks.g.cs");

    [Fact]
    public void An_edit_of_the_methods_writes_its_file() =>
        Rerun(Replace("\"POST\"", "\"PUT\"")).Writes("Second_Handlers.g.cs", "Webhooks.g.cs");

    [Fact]
    public void An_edit_of_the_configuration_writes_its_binder_and_asks_the_manifest() =>
        Rerun(Replace("string? Secret", "string[]? Secret")).Writes("Manifest.g.cs", "SampleConfig_Binder.g.cs");

    [Fact]
    public void An_edit_of_the_plugin_writes_everything_that_is_in_its_namespace() =>
        Rerun(Replace("\"sample\")]", "\"example\")]"))
            .Writes(
                "AcmeSender.g.cs",
                "Acme_Handlers.g.cs",
                "EventsEvents.g.cs",
                "Events_Handlers.g.cs",
                "First_Handlers.g.cs",
                "GitHubEventSender.g.cs",
                "GitHubSender.g.cs",
                "Json.g.cs",
                "Manifest.g.cs",
                "SampleConfig_Binder.g.cs",
                "Second_Handlers.g.cs",
                "Webhooks.g.cs"
            );

    [Fact]
    public void An_edit_of_the_body_of_a_handler_of_events_writes_nothing() =>
        Rerun(Replace("Task.FromResult(1)", "Task.FromResult(3)")).Writes();

    [Fact]
    public void An_edit_of_an_event_writes_the_file_of_its_endpoint() =>
        Rerun(Replace("[OnEvent(\"push\")]", "[OnEvent(\"ping\")]")).Writes("EventsEvents.g.cs", "Webhooks.g.cs");

    [Fact]
    public void A_further_event_of_a_handler_writes_the_file_of_its_endpoint() =>
        Rerun(Replace("[OnEvent(\"push\")]", "[OnEvent(\"push\"), OnEvent(\"*\")]")).Writes("EventsEvents.g.cs", "Webhooks.g.cs");

    [Fact]
    public void An_edit_of_the_binding_of_a_handler_of_events_writes_its_own_file() =>
        Rerun(Replace("issue.title", "issue.body")).Writes("Events_Handlers.g.cs");

    [Fact]
    public void An_edit_of_the_secret_of_events_writes_the_file_of_their_endpoint() =>
        Rerun(
                Replace(
                    "[GitHubSignature(Secret = \"Secret\")]\npublic static class Events",
                    "[GitHubSignature(Secret = \"Other\")]\npublic static class Events"
                )
            )
            .Writes("EventsEvents.g.cs", "Webhooks.g.cs");

    [Fact]
    public void An_edit_of_a_secret_writes_the_file_of_its_handler() =>
        Rerun(Replace("[GitHubSignature(Secret = \"Secret\")]\npublic sealed", "[GitHubSignature(Secret = \"Other\")]\npublic sealed"))
            .Writes("First_Handlers.g.cs", "Webhooks.g.cs");

    [Fact]
    public void An_edit_of_a_scheme_writes_the_file_of_its_senders() =>
        Rerun(Replace("Prefix = \"v1,\"", "Prefix = \"v2,\"")).Writes("AcmeSender.g.cs");

    [Fact]
    public void A_further_endpoint_of_a_scheme_has_no_sender_of_its_own() =>
        Rerun(
                Add(
                    """public static class Third { [Webhook("/third")] [AcmeSignature(Secret = "Third")] public static Task On() => Task.CompletedTask; }"""
                )
            )
            .Writes("Manifest.g.cs", "Third_Handlers.g.cs", "Webhooks.g.cs");

    [Fact]
    public void An_edit_of_the_endpoint_of_events_writes_all_of_its_files() =>
        Rerun(Replace("\"PATCH\"", "\"PUT\"")).Writes("EventsEvents.g.cs", "Events_Handlers.g.cs", "Webhooks.g.cs");

    [Fact]
    public void A_handler_of_events_that_goes_writes_the_files_of_its_endpoint_and_its_class() =>
        Rerun(Replace("[OnEvent(\"issues.opened\")] ", "")).Writes("EventsEvents.g.cs", "Events_Handlers.g.cs", "Webhooks.g.cs");

    [Fact]
    public void A_new_handler_writes_its_file_and_the_manifest() =>
        Rerun(
                Add(
                    """public static class Third { [Webhook("/third")] [Unverified("sample")] public static Task On() => Task.CompletedTask; }"""
                )
            )
            .Writes("Manifest.g.cs", "Third_Handlers.g.cs", "Webhooks.g.cs");

    [Fact]
    public void A_new_handler_of_a_name_that_is_taken_renames_both() =>
        Rerun(
                Add(
                    """namespace Other { public static class Second { [Webhook("/other")] [Unverified("sample")] public static Task On() => Task.CompletedTask; } }"""
                )
            )
            .Writes("Manifest.g.cs", "Second_Handlers_454e9749.g.cs", "Second_Handlers_f486b7fd.g.cs", "Webhooks.g.cs");

    [Fact]
    public void A_removed_handler_writes_the_manifest() =>
        Rerun(Replace("[Webhook(\"/second\", Methods = [\"POST\"])]", "")).Writes("Manifest.g.cs", "Webhooks.g.cs");

    [Fact]
    public void A_handler_that_no_longer_compiles_loses_its_file_and_the_others_stay() =>
        Rerun(Replace("\"/second\"", "\"second\"")).Writes("Manifest.g.cs", "Webhooks.g.cs");

    [Fact]
    public void A_new_reference_that_is_no_plugin_leaves_the_link_as_it_was() =>
        Host(compilation => compilation.AddReferences(Library("public sealed class Other;"))).Writes();

    [Fact]
    public void A_new_reference_that_is_a_plugin_writes_the_link() =>
        Host(compilation => compilation.AddReferences(Library("""[assembly: Plugin("dev", "other")]"""))).Writes("HooklatchLink.g.cs");

    private static Rerun Rerun(Func<Compilation, Compilation> edit) =>
        new(Project.Plugin(First, Second, Events, Acme, Unrelated).Generate(), edit);

    private static Rerun Host(Func<Compilation, Compilation> edit) =>
        new(Project.Host("return;").With(Library("""[assembly: Plugin("dev", "first")]""")).Generate(), edit);

    private static MetadataReference Library(string source) => (Project.Library(source) with { Name = $"Library{source.Length}" }).Build();

    private static Func<Compilation, Compilation> Add(string source) =>
        compilation => compilation.AddSyntaxTrees(Project.Parse(source, "Added.cs"));

    private static Func<Compilation, Compilation> Replace(string old, string @new) =>
        compilation =>
        {
            var tree = compilation.SyntaxTrees.First(tree => tree.ToString().Contains(old, StringComparison.Ordinal));
            return compilation.ReplaceSyntaxTree(
                tree,
                Project.Parse(tree.ToString().Replace(old, @new, StringComparison.Ordinal), tree.FilePath)
            );
        };
}
