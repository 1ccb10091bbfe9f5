using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>The fixes of HL0061 to HL0065.</summary>
public class LookalikeFixTests
{
    [Fact]
    public Task A_service_is_injected() =>
        VerifyFix.Turns<InjectServiceFix>(Service("Orders orders"), Service("[FromServices] Orders orders"));

    [Fact]
    public Task Settings_are_configuration()
    {
        const string Settings = "public sealed class OrderSettings { public int Most { get; init; } }";
        const string Handler =
            "public static class Hooks { [Webhook(\"/a\"), Unverified(\"test\")] public static Task A(OrderSettings it) => Task.CompletedTask; }";
        return VerifyFix.Turns<MakeConfigFix>($"{Settings}\n{Handler}", $"[PluginConfig]\n{Settings}\n{Handler}");
    }

    [Fact]
    public async Task Settings_that_nothing_builds_have_no_fix() =>
        Assert.Empty(
            await VerifyFix.Offers<MakeConfigFix>(
                "public sealed record OrderSettings(int Most); public static class Hooks { [Webhook(\"/a\"), Unverified(\"test\")] public static Task A(OrderSettings it) => Task.CompletedTask; }"
            )
        );

    [Theory]
    [InlineData(
        "Add [Webhook(\"/invoice-paid\")]",
        "[Unverified(\"test\")]\n    [Webhook(\"/invoice-paid\")]\n    public static Task OnInvoicePaid() => Task.CompletedTask;"
    )]
    [InlineData("Remove [Unverified]", "public static Task OnInvoicePaid() => Task.CompletedTask;")]
    public Task A_verified_method_becomes_a_handler(string title, string after) =>
        VerifyFix.Turns<AddWebhookFix>(
            "public static class Hooks\n{\n    [Unverified(\"test\")]\n    public static Task OnInvoicePaid() => Task.CompletedTask;\n}",
            $"public static class Hooks\n{{\n    {after}\n}}",
            title
        );

    [Theory]
    [InlineData("{ get; }", "{ get; init; }")]
    [InlineData("{ get; private set; }", "{ get; set; }")]
    [InlineData("{ get; protected init; }", "{ get; init; }")]
    public Task A_setting_gets_a_setter(string before, string after) =>
        VerifyFix.Turns<AddInitFix>(
            $"[PluginConfig] public class Config {{ public int Most {before} }}",
            $"[PluginConfig] public class Config {{ public int Most {after} }}"
        );

    [Fact]
    public Task A_forgotten_handler_gets_its_endpoint() =>
        VerifyFix.Turns<MakeHandlerFix>(
            Forgotten("public static Task OnOther"),
            Forgotten("[Webhook(\"/other\")]\n    public static Task OnOther")
        );

    [Fact]
    public Task A_forgotten_handler_of_events_gets_its_event() =>
        VerifyFix.Turns<MakeHandlerFix>(
            Events("public static Task OnIssues"),
            Events("[OnEvent(\"issues\")]\n    public static Task OnIssues")
        );

    private static string Service(string parameter) =>
        $$"""
            using Microsoft.AspNetCore.Mvc;
            using Microsoft.Extensions.DependencyInjection;

            public sealed class Orders { public string? Name { get; set; } }

            public static class Hooks
            {
                [Webhook("/a"), Unverified("test")]
                public static Task A({{parameter}}) => Task.CompletedTask;

                [PluginServices]
                public static void Configure(IServiceCollection services) => services.AddSingleton<Orders>();
            }
            """;

    private static string Forgotten(string method) =>
        $$"""
            [Unverified("test")]
            public static class Hooks
            {
                [Webhook("/a")]
                public static Task A() => Task.CompletedTask;

                {{method}}([FromJson("a")] string a) => Task.CompletedTask;
            }
            """;

    private static string Events(string method) =>
        $$"""
            [PluginConfig]
            public sealed class Config
            {
                [Secret]
                public string? Secret { get; init; }
            }

            [Webhook("/a")]
            [GitHubSignature(Secret = nameof(Config.Secret))]
            public static class Hooks
            {
                [OnEvent("push")]
                public static Task A() => Task.CompletedTask;

                {{method}}([FromJson("a")] string a) => Task.CompletedTask;
            }
            """;
}
