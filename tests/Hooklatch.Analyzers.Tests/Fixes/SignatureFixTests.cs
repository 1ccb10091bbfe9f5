using Hooklatch.Analyzers.Tests.Testing;
using Hooklatch.CodeFixes;

namespace Hooklatch.Analyzers.Tests.Fixes;

/// <summary>The fixes of HL0028, HL0029 and HL0033, and of HL0007 for what is no secret.</summary>
public class SignatureFixTests
{
    private const string Config = """
        [PluginConfig]
        public sealed class Config
        {
            [Secret]
            public string? Key { get; init; }

            [Secret]
            public string? Token { get; init; }

            public string? AcmePublicKey { get; init; }
        }
        """;

    [Fact]
    public async Task A_signature_names_one_of_the_secrets()
    {
        var source = Signed("GitHubSignature");
        Assert.Equal(["Name Config.Key", "Name Config.Token"], await VerifyFix.Offers<NameKeyFix>(source));
        await VerifyFix.Turns<NameKeyFix>(source, Signed("GitHubSignature(Secret = nameof(Config.Token))"), "Name Config.Token");
    }

    [Fact]
    public Task A_secret_that_is_null_gives_way() =>
        VerifyFix.Turns<NameKeyFix>(
            Signed("GitHubSignature(Secret = null!)"),
            Signed("GitHubSignature(Secret = nameof(Config.Key))"),
            "Name Config.Key"
        );

    [Fact]
    public Task A_scheme_of_public_keys_names_a_public_key() =>
        VerifyFix.Turns<NameKeyFix>(
            Signed("AcmeSignature(ToleranceSeconds = 60)"),
            Signed("AcmeSignature(ToleranceSeconds = 60, PublicKey = nameof(Config.AcmePublicKey))"),
            "Name Config.AcmePublicKey"
        );

    [Theory]
    [InlineData("GitHubSignature", "Secret", "WebhookSecret", true)]
    [InlineData("AcmeSignature(ToleranceSeconds = 60)", "PublicKey", "PublicKey", false)]
    public Task Where_there_is_no_key_one_is_added_and_named(string signature, string argument, string property, bool isSecret)
    {
        const string Source = """
            public static class Hooks
            {
                [Webhook("/a"), §]
                public static Task A() => Task.CompletedTask;
            }
            """;
        var named = signature.Replace(")", ", ", StringComparison.Ordinal) is var open && open == signature ? $"{signature}(" : open;
        var attribute = isSecret ? "    [Secret]\n" : "";
        return VerifyFix.Turns<NameKeyFix>(
            $$"""
            {{Source.Replace("§", signature, StringComparison.Ordinal)}}

            {{Acme}}
            -----
            [PluginConfig]
            public sealed class Settings;
            """,
            $$"""
            {{Source.Replace("§", $"{named}{argument} = nameof(Settings.{property}))", StringComparison.Ordinal)}}

            {{Acme}}
            -----
            [PluginConfig]
            public sealed class Settings
            {
            {{attribute}}    public string? {{property}} { get; init; }
            }
            """
        );
    }

    [Fact]
    public async Task Without_a_configuration_class_no_key_can_be_named() =>
        Assert.Empty(
            await VerifyFix.Offers<NameKeyFix>(
                """
                public static class Hooks
                {
                    [Webhook("/a"), GitHubSignature] public static Task A() => Task.CompletedTask;
                }
                """
            )
        );

    [Theory]
    [InlineData("AcmeSignature(PublicKey = \"Key\")", "AcmeSignature(PublicKey = \"Key\", ToleranceSeconds = 300)")]
    [InlineData("AcmeSignature(PublicKey = \"Key\", ToleranceSeconds = 0)", "AcmeSignature(PublicKey = \"Key\", ToleranceSeconds = 300)")]
    [InlineData("GitHubSignature(Secret = \"Key\", ToleranceSeconds = 60)", "GitHubSignature(Secret = \"Key\")")]
    public Task A_tolerance_is_set_where_it_is_needed_and_removed_where_it_is_not(string before, string after) =>
        VerifyFix.Turns<SetToleranceFix>(Signed(before), Signed(after));

    [Fact]
    public Task A_class_of_handlers_of_events_gets_an_endpoint()
    {
        const string Source = """
            [GitHubSignature(Secret = "Key")]§
            public static class OrderHooks
            {
                [OnEvent("push")]
                public static Task A() => Task.CompletedTask;

                [OnEvent("issues")]
                public static Task B() => Task.CompletedTask;
            }

            """;
        return VerifyFix.Turns<AddEndpointFix>(
            Source.Replace("§", "", StringComparison.Ordinal) + Config,
            Source.Replace("§", "\n[Webhook(\"/order\")]", StringComparison.Ordinal) + Config
        );
    }

    [Fact]
    public async Task An_endpoint_without_handlers_gets_none() =>
        Assert.Empty(await VerifyFix.Offers<AddEndpointFix>("""[Webhook("/a"), Unverified("test")] public static class Hooks;"""));

    [Theory]
    [InlineData("Acme(PublicKey = nameof(A))", "public string? A { get; init; }")]
    [InlineData("GitHubSignature(Secret = nameof(Config.Key)), AllowFrom(Configuration = nameof(A))", "public string[]? A { get; init; }")]
    public Task A_missing_property_that_is_no_secret_is_added_as_what_it_is(string attributes, string property)
    {
        var source = $$"""
            [Hooklatch.Signing.PublicKeyScheme<Hooklatch.Signing.RsaSha256Key>(Header = "X")]
            public sealed class AcmeAttribute : SignatureAttribute;

            public static class Hooks
            {
                [Webhook("/a"), {{attributes}}]
                public static Task A() => Task.CompletedTask;
            }

            [PluginConfig]
            public sealed class Config
            {
                [Secret] public string? Key { get; init; }§
            }
            """;
        return VerifyFix.Turns<AddSecretFix>(
            source.Replace("§", "", StringComparison.Ordinal),
            source.Replace("§", $"\n\n    {property}", StringComparison.Ordinal)
        );
    }

    private const string Acme = """
        [Hooklatch.Signing.PublicKeyScheme<Hooklatch.Signing.RsaSha256Key>(Header = "X", SignedContent = "{timestamp}{body}")]
        [Hooklatch.Signing.TimestampFrom(Header = "T")]
        public sealed class AcmeSignatureAttribute : SignatureAttribute;
        """;

    private static string Signed(string signature) =>
        $$"""
            public static class Hooks
            {
                [Webhook("/a")]
                [{{signature}}]
                public static Task A() => Task.CompletedTask;
            }

            {{Acme}}

            {{Config}}
            """;
}
