using Hooklatch.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0070 to HL0072: names of events that compile and are never received.</summary>
public class EventNameTests
{
    private const string Config = "[PluginConfig] public sealed class Config { [Secret] public string? Key { get; init; } }";

    /// <summary>A scheme of an author: of its events nothing is known.</summary>
    private const string Acme = """
        [Hooklatch.Signing.HmacScheme(Hooklatch.Signing.HmacAlgorithm.Sha256, Header = "X")]
        [Hooklatch.Signing.EventFrom(Header = "E")]
        public sealed class AcmeSignatureAttribute : SignatureAttribute;
        """;

    /// <summary>A scheme of an author who says what is sent.</summary>
    private const string Shop = """
        [Hooklatch.Signing.HmacScheme(Hooklatch.Signing.HmacAlgorithm.Sha256, Header = "X")]
        [Hooklatch.Signing.EventFrom(Header = "E")]
        [Hooklatch.Signing.KnownEvents(typeof(ShopEvents))]
        public sealed class ShopSignatureAttribute : SignatureAttribute;

        public static class ShopEvents
        {
            public const string OrderCreated = "order.created";
            public const string OrderPaid = "order.paid";
            public const string Custom = "custom.*";
            public const int Version = 2;
            public static readonly string Read = "order.read";
        }
        """;

    [Theory]
    [InlineData("GitHub", "push")]
    [InlineData("GitHub", "issues")]
    [InlineData("GitHub", "issues.opened")]
    [InlineData("GitHub", "issues.*")]
    [InlineData("GitHub", "pull_request_review_thread.resolved")]
    [InlineData("GitHub", "*")]
    [InlineData("Stripe", "checkout.session.completed")]
    [InlineData("Stripe", "invoice.*")]
    [InlineData("Stripe", "customer.subscription.*")]
    [InlineData("Stripe", "account.external_account.created")]
    [InlineData("Shopify", "orders/create")]
    [InlineData("Shopify", "customers/data_request")]
    [InlineData("Shopify", "customer.tags_added")]
    [InlineData("Slack", "app_mention")]
    [InlineData("Slack", "block_actions")]
    [InlineData("GitLab", "Push Hook")]
    [InlineData("GitLabToken", "Merge Request Hook")]
    [InlineData("WooCommerce", "action.woocommerce_add_to_cart")]
    [InlineData("WooCommerce", "action.*")]
    [InlineData("HuggingFace", "repo.content.update")]
    [InlineData("HuggingFace", "repo.content")]
    [InlineData("HuggingFace", "repo.*")]
    [InlineData("Postmark", "SpamComplaint")]
    public Task A_known_event_is_taken(string provider, string name) => Takes($"{provider}Signature", $"\"{name}\"");

    [Fact]
    public Task A_constant_is_an_event() => Takes("GitHubSignature", "GitHubEvents.IssuesOpened");

    [Theory]
    [InlineData("push,ping")]
    [InlineData("push, ping")]
    [InlineData("push;")]
    [InlineData("push|ping")]
    [InlineData("push&ping")]
    [InlineData("push\\nping")]
    [InlineData(" push")]
    [InlineData("push ")]
    [InlineData("\\tpush")]
    [InlineData("pus h")]
    [InlineData("pull request")]
    [InlineData("'push'")]
    [InlineData("issues.")]
    [InlineData(".push")]
    [InlineData("issues..opened")]
    [InlineData("issues .*")]
    [InlineData("/push")]
    [InlineData("push:")]
    [InlineData(" . ")]
    [InlineData("push\\0")]
    public Task A_malformed_event_is_reported(string name) => Takes("GitHubSignature", $"{{|HL0070:\"{name}\"|}}");

    [Theory]
    [InlineData("order,created")]
    [InlineData("order;")]
    [InlineData(" order")]
    public Task A_malformed_event_is_reported_whatever_is_known(string name) => Takes("AcmeSignature", $"{{|HL0070:\"{name}\"|}}", Acme);

    [Theory]
    [InlineData("order created")]
    [InlineData("Order/created")]
    [InlineData("order:created")]
    [InlineData("anything")]
    [InlineData("anything.*")]
    public Task Where_nothing_is_known_every_name_may_be_right(string name) => Takes("AcmeSignature", $"\"{name}\"", Acme);

    [Theory]
    [InlineData("GitHub", "Push", "push")]
    [InlineData("GitHub", "issue.opened", "issues.opened")]
    [InlineData("GitHub", "issues.opend", "issues.opened")]
    [InlineData("GitHub", "issues.open", "issues.opened")]
    [InlineData("GitHub", "Issues.Opened", "issues.opened")]
    [InlineData("GitHub", "issues:opened", "issues.opened")]
    [InlineData("GitHub", "pullrequest", "pull_request")]
    [InlineData("GitHub", "pull-request.opened", "pull_request.opened")]
    [InlineData("GitHub", "pull_reqeust", "pull_request")]
    [InlineData("GitHub", "issue.*", "issues.*")]
    [InlineData("GitHub", "push.*", "push")]
    [InlineData("GitHub", "issues.opened.*", "issues.opened")]
    [InlineData("GitHub", "workflow_runs.completed", "workflow_run.completed")]
    [InlineData("Stripe", "checkout.session.complete", "checkout.session.completed")]
    [InlineData("Stripe", "charge.suceeded", "charge.succeeded")]
    [InlineData("Stripe", "invoice", "invoice.*")]
    [InlineData("Stripe", "invoices.*", "invoice.*")]
    [InlineData("Stripe", "charge_succeeded", "charge.succeeded")]
    [InlineData("Stripe", "payment_intent.cancelled", "payment_intent.canceled")]
    [InlineData("Stripe", "payment_intent.success", "payment_intent.succeeded")]
    [InlineData("Shopify", "orders.create", "orders/create")]
    [InlineData("Shopify", "order/create", "orders/create")]
    [InlineData("Shopify", "ORDERS_CREATE", "orders/create")]
    [InlineData("Shopify", "orders/created", "orders/create")]
    [InlineData("Slack", "message.channels", "message")]
    [InlineData("Slack", "app_mentions", "app_mention")]
    [InlineData("Slack", "appMention", "app_mention")]
    [InlineData("GitLab", "push", "Push Hook")]
    [InlineData("GitLab", "Push", "Push Hook")]
    [InlineData("GitLab", "merge_request", "Merge Request Hook")]
    [InlineData("GitLab", "Merge Requests Hook", "Merge Request Hook")]
    [InlineData("Postmark", "bounce", "Bounce")]
    public Task A_near_miss_is_reported_with_the_nearest_name(string provider, string name, string nearest) =>
        Takes(
            $"{provider}Signature",
            $"{{|HL0071:\"{name}\"|}}",
            "",
            $"\"{name}\" is none of the known events of [{provider}Signature]: write \"{nearest}\"; if it is right, add "
                + $"[assembly: KnownEvent(typeof({provider}SignatureAttribute), \"{name}\")]"
        );

    [Theory]
    [InlineData("GitHub", "copilot_review")]
    [InlineData("GitHub", "copilot_review.*")]
    [InlineData("GitHub", "issues.archived")]
    [InlineData("GitHub", "invoice.*")]
    [InlineData("Stripe", "charge.unrefunded")]
    [InlineData("Stripe", "v3.core.account.updated")]
    [InlineData("Stripe", "issuing_lemon.created")]
    [InlineData("Stripe", "customer.subscription.cancelled")]
    [InlineData("Stripe", "lemon.*")]
    [InlineData("Shopify", "lemons/create")]
    [InlineData("Shopify", "orders.*")]
    [InlineData("Slack", "lemon_added")]
    [InlineData("GitLab", "Lemon Hook")]
    public Task Another_event_may_be_newer_than_the_list(string provider, string name) =>
        Takes($"{provider}Signature", $"{{|HL0072:\"{name}\"|}}");

    [Fact]
    public Task The_message_says_how_an_event_becomes_known() =>
        Takes(
            "StripeSignature",
            "{|HL0072:\"lemon.squeezed\"|}",
            "",
            "\"lemon.squeezed\" is none of the known events of [StripeSignature]: check how the provider writes it; if it is right, add "
                + "[assembly: KnownEvent(typeof(StripeSignatureAttribute), \"lemon.squeezed\")]"
        );

    [Theory]
    [InlineData("\"copilot_review\"", "copilot_review")]
    [InlineData("\"copilot_review.opened\"", "copilot_review.opened")]
    [InlineData("\"copilot_review.opened\"", "copilot_review.*")]
    [InlineData("\"copilot_review.opened\"", "copilot_review")]
    [InlineData("\"copilot_review.*\"", "copilot_review.opened")]
    [InlineData("\"copilot_review.*\"", "copilot_review.*")]
    [InlineData("\"copilot_review.*\"", "copilot_review")]
    [InlineData("\"lemon\", \"Push\"", "Push")]
    [InlineData("new[] { \"lemon\", \"Push\" }", "lemon")]
    [InlineData("[\"lemon\"]", "lemon")]
    [InlineData("\"*\"", "lemon")]
    [InlineData("\"*\"", "lemon.*")]
    [InlineData("\"*\"", "Push")]
    public Task An_assembly_attribute_adds_events(string added, string name) =>
        Takes("GitHubSignature", $"\"{name}\"", $"[assembly: KnownEvent(typeof(GitHubSignatureAttribute), {added})]");

    [Fact]
    public Task What_is_added_to_one_provider_is_unknown_to_others() =>
        Verify.Plugin(
            $$"""
            [assembly: KnownEvent(typeof(StripeSignatureAttribute), "lemon.squeezed")]

            [Webhook("/a"), GitHubSignature(Secret = nameof(Config.Key))] public static class Hooks
            {
                [OnEvent({|HL0072:"lemon.squeezed"|})] public static Task A() => Task.CompletedTask;
            }
            {{Config}}
            """
        );

    [Fact]
    public Task What_is_added_to_an_attribute_without_a_list_is_no_list() =>
        Takes("AcmeSignature", "\"anything\"", $"[assembly: KnownEvent(typeof(AcmeSignatureAttribute), \"order.created\")]\n{Acme}");

    [Theory]
    [InlineData("\"order.created\"")]
    [InlineData("ShopEvents.OrderPaid")]
    [InlineData("\"order.*\"")]
    [InlineData("\"custom.anything\"")]
    [InlineData("ShopEvents.Custom")]
    [InlineData("{|HL0071:\"order.create\"|}")]
    [InlineData("{|HL0071:\"orders.*\"|}")]
    [InlineData("{|HL0072:\"order.read\"|}")]
    [InlineData("{|HL0072:\"2\"|}")]
    [InlineData("{|HL0070:\"order created\"|}")]
    public Task An_author_declares_the_events_of_an_attribute(string name) => Takes("ShopSignature", name, Shop);

    [Fact]
    public Task A_list_without_actions_says_nothing_of_them() =>
        Takes(
            "TeamSignature",
            "\"member.added\"), OnEvent(\"member.*\"), OnEvent(\"member\"), OnEvent({|HL0072:\"membr.added\"|}",
            """
            [Hooklatch.Signing.HmacScheme(Hooklatch.Signing.HmacAlgorithm.Sha256, Header = "X")]
            [Hooklatch.Signing.EventFrom(Header = "E", ActionJsonPath = "action")]
            [Hooklatch.Signing.KnownEvents(typeof(TeamEvents))]
            public sealed class TeamSignatureAttribute : SignatureAttribute;
            public static class TeamEvents { public const string Member = "member"; }
            """
        );

    [Fact]
    public Task Several_classes_of_names_are_one_list() =>
        Takes(
            "TwoSignature",
            "\"a.b\"), OnEvent(\"c.d\"), OnEvent({|HL0072:\"e\"|}",
            """
            [Hooklatch.Signing.HmacScheme(Hooklatch.Signing.HmacAlgorithm.Sha256, Header = "X")]
            [Hooklatch.Signing.EventFrom(Header = "E")]
            [Hooklatch.Signing.KnownEvents(typeof(One)), Hooklatch.Signing.KnownEvents(typeof(Two))]
            public sealed class TwoSignatureAttribute : SignatureAttribute;
            public static class One { public const string A = "a.b"; }
            public static class Two { public const string A = "c.d"; }
            """
        );

    [Fact]
    public Task A_declared_name_is_a_name() =>
        Verify.Plugin(
            """
            [Hooklatch.Signing.HmacScheme(Hooklatch.Signing.HmacAlgorithm.Sha256, Header = "X")]
            [Hooklatch.Signing.EventFrom(Header = "E")]
            [Hooklatch.Signing.KnownEvents(typeof(Names))]
            public sealed class OneSignatureAttribute : SignatureAttribute;

            [Hooklatch.Signing.HmacScheme(Hooklatch.Signing.HmacAlgorithm.Sha256, Header = "X")]
            [Hooklatch.Signing.EventFrom(Header = "E")]
            [Hooklatch.Signing.KnownEvents({|HL0070:typeof(Empty)|})]
            public sealed class OtherSignatureAttribute : SignatureAttribute;

            public static class Names { public const string {|HL0070:A|} = "a,b", B = "a b", {|HL0070:C|} = "", {|HL0070:D|} = " d"; }
            public static class Empty { public const int A = 1; }
            """
        );

    /// <summary>Where no list is known, a name is what its author says it is; the fix would write another.</summary>
    [Theory]
    [InlineData("$pageview")]
    [InlineData("/start")]
    [InlineData("a+b")]
    [InlineData("R&D")]
    [InlineData("a..b")]
    public Task A_name_of_ones_own_may_be_written_in_any_way(string name) =>
        Verify.Plugin(
            $$"""
            using Hooklatch.Signing;

            [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Sig", SignedContent = "{body}")]
            [EventFrom(Header = "X-Event")]
            public sealed class OwnSignatureAttribute : SignatureAttribute;

            [Webhook("/a"), OwnSignature(Secret = nameof(Config.Key))]
            public static class Hooks
            {
                [OnEvent("{{name}}")] public static Task A() => Task.CompletedTask;
            }
            [PluginConfig] public sealed class Config { [Secret] public string? Key { get; init; } }
            """
        );

    [Fact]
    public Task Events_are_added_to_an_attribute_class() =>
        Verify.Plugin(
            """
            [assembly: KnownEvent({|HL0070:typeof(GitHubEvents)|}, "push")]
            [assembly: KnownEvent(typeof(GitHubSignatureAttribute), "push", {|HL0070:""|}, {|HL0070:"a,b"|})]
            """,
            "[KnownEvent] names no event: 'GitHubEvents' verifies no provider; write the attribute class that does, such as "
                + "typeof(GitHubSignatureAttribute)",
            "\"\" names no event: write a name such as \"push\", the beginning of names such as \"invoice.*\", or \"*\" for every name",
            "\"a,b\" names no event: it contains ','; write one event, and another [OnEvent] for each further event"
        );

    [Fact]
    public Task A_verification_on_the_method_counts() =>
        Verify.Plugin(
            $$"""
            [Webhook("/a"), GitHubSignature(Secret = nameof(Config.Key))] public static class Hooks
            {
                [OnEvent("push")] public static Task A() => Task.CompletedTask;
            }
            public static class Others
            {
                [Webhook("/b"), StripeSignature(Secret = nameof(Config.Key)), OnEvent({|HL0072:"push"|})]
                public static Task A() => Task.CompletedTask;
            }
            {{Config}}
            """
        );

    [Fact]
    public void What_is_added_is_not_in_the_assembly()
    {
        var built = new PluginProject("[assembly: KnownEvent(typeof(GitHubSignatureAttribute), \"lemon\")]").Build();
        var host = CSharpCompilation.Create("Host", references: [.. PluginProject.Framework, built]);
        var assembly = (IAssemblySymbol)host.GetAssemblyOrModuleSymbol(built)!;
        Assert.DoesNotContain(assembly.GetAttributes(), attribute => attribute.AttributeClass?.Name == "KnownEventAttribute");
    }

    /// <summary>A handler that takes an event, as an argument of <c>[OnEvent]</c> with its marks.</summary>
    private static Task Takes(string signature, string argument, string more = "", params string[] messages) =>
        Verify.Plugin(
            $$"""
            {{more}}
            [Webhook("/a"), {{signature}}(Secret = nameof(Config.Key))] public static class Hooks
            {
                [OnEvent({{argument}})] public static Task A() => Task.CompletedTask;
            }
            {{Config}}
            """,
            messages
        );
}
