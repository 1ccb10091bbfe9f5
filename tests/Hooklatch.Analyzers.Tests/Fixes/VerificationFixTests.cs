using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>The fixes of HL0004, HL0005 and HL0007.</summary>
public class VerificationFixTests
{
    private const string Config = """
        [PluginConfig]
        public sealed class Config
        {
            [Secret]
            public string? Key { get; init; }

            [Secret]
            public string? Token { get; init; }
        }
        """;

    [Fact]
    public Task An_endpoint_says_that_anyone_may_call_it() =>
        VerifyFix.Turns<VerifySenderFix>(
            """
            public static class Hooks
            {
                /// <summary>Tells the time.</summary>
                [Webhook("/a")]
                public static Task A() => Task.CompletedTask;
            }
            """,
            """
            public static class Hooks
            {
                /// <summary>Tells the time.</summary>
                [Webhook("/a")]
                [Unverified("TODO: say why anyone may call this")]
                public static Task A() => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public Task An_endpoint_verifies_a_token_with_a_secret_of_the_plugin() =>
        VerifyFix.Turns<VerifySenderFix>(
            $$"""
            namespace Shop
            {
                using Shop.Settings;

                public static class Hooks
                {
                    [Webhook("/a")]
                    public static Task A() => Task.CompletedTask;
                }
            }

            namespace Shop.Settings
            {
                {{Config}}
            }
            """,
            $$"""
            namespace Shop
            {
                using Shop.Settings;

                public static class Hooks
                {
                    [Webhook("/a")]
                    [SharedToken(Header = "X-Webhook-Token", Secret = nameof(Config.Key))]
                    public static Task A() => Task.CompletedTask;
                }
            }

            namespace Shop.Settings
            {
                {{Config}}
            }
            """,
            "Verify a shared token"
        );

    [Fact]
    public Task Several_endpoints_are_marked_at_once() =>
        VerifyFix.TurnsAll<VerifySenderFix>(
            """
            public static class Hooks
            {
                [Webhook("/a")]
                public static Task A() => Task.CompletedTask;

                [Webhook("/b")]
                public static Task B() => Task.CompletedTask;
            }
            """,
            """
            public static class Hooks
            {
                [Webhook("/a")]
                [Unverified("TODO: say why anyone may call this")]
                public static Task A() => Task.CompletedTask;

                [Webhook("/b")]
                [Unverified("TODO: say why anyone may call this")]
                public static Task B() => Task.CompletedTask;
            }
            """
        );

    [Fact]
    public async Task Every_secret_can_be_named()
    {
        var source = Signed("\"whsec_123\"");
        Assert.Equal(["Name Config.Key", "Name Config.Token"], await VerifyFix.Offers<NameSecretFix>(source));
        await VerifyFix.Turns<NameSecretFix>(source, Signed("nameof(Config.Token)"), "Name Config.Token");
    }

    [Fact]
    public Task A_secret_in_another_namespace_is_imported() =>
        VerifyFix.Turns<NameSecretFix>(
            """
            namespace Shop;

            public static class Hooks
            {
                [Webhook("/a"), GitHubSignature(Secret = "whsec_123")]
                public static Task A() => Task.CompletedTask;
            }
            -----
            namespace Settings;

            [PluginConfig]
            public sealed class Config
            {
                [Secret] public string? Key { get; init; }
            }
            """,
            """
            using Settings;

            namespace Shop;

            public static class Hooks
            {
                [Webhook("/a"), GitHubSignature(Secret = nameof(Config.Key))]
                public static Task A() => Task.CompletedTask;
            }
            -----
            namespace Settings;

            [PluginConfig]
            public sealed class Config
            {
                [Secret] public string? Key { get; init; }
            }
            """
        );

    [Fact]
    public async Task Without_a_secret_none_can_be_named() =>
        Assert.Empty(
            await VerifyFix.Offers<NameSecretFix>(
                """
                public static class Hooks
                {
                    [Webhook("/a"), GitHubSignature(Secret = "whsec_123")] public static Task A() => Task.CompletedTask;
                }
                """
            )
        );

    [Fact]
    public Task A_missing_property_is_added()
    {
        const string Source = """
            public static class Hooks
            {
                [Webhook("/a"), GitHubSignature(Secret = nameof(A))]
                public static Task A() => Task.CompletedTask;
            }

            [PluginConfig]
            public sealed class Config
            {
                public string? Chat { get; init; }@
            }
            """;
        const string Property = """


                [Secret]
                public string? A { get; init; }
            """;
        return VerifyFix.Turns<AddSecretFix>(
            Source.Replace("@", "", StringComparison.Ordinal),
            Source.Replace("@", Property, StringComparison.Ordinal)
        );
    }

    [Fact]
    public Task A_missing_property_is_added_where_the_path_ends() =>
        VerifyFix.Turns<AddSecretFix>(
            """
            public static class Hooks
            {
                [Webhook("/a"), GitHubSignature(Secret = "Stripe:Key")]
                public static Task A() => Task.CompletedTask;
            }

            [PluginConfig]
            public sealed class Config
            {
                public Stripe? Stripe { get; init; }
            }
            -----
            public sealed class Stripe;
            """,
            """
            public static class Hooks
            {
                [Webhook("/a"), GitHubSignature(Secret = "Stripe:Key")]
                public static Task A() => Task.CompletedTask;
            }

            [PluginConfig]
            public sealed class Config
            {
                public Stripe? Stripe { get; init; }
            }
            -----
            public sealed class Stripe
            {
                [Secret]
                public string? Key { get; init; }
            }
            """
        );

    private static string Signed(string secret) =>
        $$"""
            public static class Hooks
            {
                [Webhook("/a")]
                [GitHubSignature(Secret = {{secret}})]
                public static Task A() => Task.CompletedTask;
            }

            {{Config}}
            """;
}
