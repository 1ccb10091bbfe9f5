using Hooklatch.Analyzers.Tests.Testing;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0005 and HL0007: a secret is named, never written.</summary>
public class SecretTests
{
    private const string Config = """
        [PluginConfig]
        public sealed class Config
        {
            [Secret] public string? Key { get; init; }
            public string? Chat { get; init; }
            [Secret] public string? Fixed => null;
            public StripeConfig? Stripe { get; init; }
        }
        public sealed class StripeConfig { [Secret] public string[]? Secrets { get; init; } }
        [PluginConfig] public sealed class Second { [Secret] public string? Token { get; init; } }
        public static class Elsewhere { public const string Name = "whsec_123"; public static string? Token2 => null; }
        """;

    [Theory]
    [InlineData("nameof(Config.Key)")]
    [InlineData("nameof(Second.Token)")]
    [InlineData("\"Key\"")]
    [InlineData("\"key\"")]
    [InlineData("\"Stripe:Secrets\"")]
    [InlineData("nameof(Config.Stripe) + \":\" + nameof(StripeConfig.Secrets)")]
    public Task A_path_to_a_secret_is_right(string secret) => Check(secret);

    [Theory]
    [InlineData("\"whsec_123\"")]
    [InlineData("\"\"")]
    [InlineData("\"a:b:c\"")]
    [InlineData("\"whsec\" + \"_123\"")]
    [InlineData("$\"whsec_{\"123\"}\"")]
    [InlineData("Elsewhere.Name")]
    [InlineData("\"\"\"whsec_123\"\"\"")]
    public Task A_secret_never_stands_in_code(string secret) =>
        Check(
            $"{{|HL0005:{secret}|}}",
            "The Secret of [GitHubSignature] leads to no [Secret] property of a [PluginConfig] class: name one with nameof(Config.Key); "
                + "a secret itself never stands in code"
        );

    [Theory]
    [InlineData("nameof(Config.Chat)")]
    [InlineData("\"Chat\"")]
    [InlineData("\"Stripe\"")]
    public Task A_property_that_is_no_secret_is_rejected(string secret) => Check($"{{|HL0005:{secret}|}}");

    [Fact]
    public Task A_name_that_no_configuration_class_has_is_unknown() =>
        Check(
            "{|HL0007:nameof(Elsewhere.Token2)|}",
            "The Secret of [GitHubSignature] names 'Token2', which 'Config' does not have: add the property or name another"
        );

    [Fact]
    public Task A_path_that_stops_half_way_is_unknown_and_its_text_is_not_repeated() =>
        Check(
            "{|HL0007:\"Stripe:whsec_123\"|}",
            "The Secret of [GitHubSignature] names a property, which 'StripeConfig' does not have: add the property or name another"
        );

    [Fact]
    public Task A_property_that_configuration_cannot_set_is_told_apart() =>
        Check(
            "{|HL0007:nameof(Config.Fixed)|}",
            "The Secret of [GitHubSignature] names 'Fixed', which 'Config' cannot take from configuration: give it { get; init; }"
        );

    [Fact]
    public Task Without_a_configuration_class_one_is_asked_for() =>
        Verify.Plugin(
            """
            public static class Hooks
            {
                [Webhook("/a"), GitHubSignature(Secret = {|HL0007:nameof(A)|})] public static Task A() => Task.CompletedTask;
                [Webhook("/b"), GitHubSignature(Secret = {|HL0005:"whsec_123"|})] public static Task B() => Task.CompletedTask;
            }
            """,
            "The Secret of [GitHubSignature] names 'A', which the plugin does not have: declare a [PluginConfig] class with it",
            "The Secret of [GitHubSignature] leads to no [Secret] property of a [PluginConfig] class: name one with nameof(MyConfig.MySecret); "
                + "a secret itself never stands in code"
        );

    [Fact]
    public Task The_secret_of_a_class_is_checked_once() =>
        Verify.Plugin(
            $$"""
            [SharedToken(Header = "X", Secret = {|HL0005:"whsec_123"|})] public static class Hooks
            {
                [Webhook("/a")] public static Task A() => Task.CompletedTask;
                [Webhook("/b")] public static Task B() => Task.CompletedTask;
            }
            {{Config}}
            """
        );

    [Theory]
    [InlineData("\"whsec_123\"")]
    [InlineData("\"Stripe:whsec_123\"")]
    [InlineData("\"whsec_123:Key\"")]
    [InlineData("Elsewhere.Name")]
    [InlineData("\"Stripe:\" + Elsewhere.Name")]
    [InlineData("(\"whsec_123\")")]
    [InlineData("@\"whsec_123\"")]
    public async Task No_message_repeats_a_secret(string secret)
    {
        var findings = await PluginProject.AnalyzeAsync(new PluginProject(Source(secret)).Compile().Compilation);
        var finding = Assert.Single(findings);
        Assert.DoesNotContain("whsec_123", finding.ToString(), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
    }

    private const string Provider = """
        [Hooklatch.Signing.HmacScheme(Hooklatch.Signing.HmacAlgorithm.Sha256, Header = "X")]
        [Hooklatch.Signing.PublicKeyScheme<Hooklatch.Signing.RsaSha256Key>(Header = "Y")]
        [Hooklatch.Signing.Handshake(Method = "GET", EchoQuery = "c", TokenQuery = "t", TokenProperty = nameof(VerifyToken))]
        public sealed class AcmeSignatureAttribute : SignatureAttribute
        {
            public string? VerifyToken { get; set; }
            public string? Region { get; set; }
        }
        """;

    [Theory]
    [InlineData("Secret = nameof(Config.Key), VerifyToken = nameof(Second.Token), Region = \"eu\"")]
    [InlineData("PublicKey = nameof(Config.Chat)")]
    [InlineData("PublicKey = \"Stripe:Secrets\"")]
    public Task A_token_is_a_secret_and_a_public_key_is_none(string arguments) => CheckProvider(arguments);

    [Theory]
    [InlineData("VerifyToken = {|HL0005:\"whsec_123\"|}")]
    [InlineData("VerifyToken = {|HL0005:nameof(Config.Chat)|}")]
    public Task The_token_of_a_handshake_never_stands_in_code(string token) =>
        CheckProvider(
            $"Secret = nameof(Config.Key), {token}",
            "The VerifyToken of [AcmeSignature] leads to no [Secret] property of a [PluginConfig] class: name one with nameof(Config.Key); "
                + "a secret itself never stands in code"
        );

    [Fact]
    public Task A_public_key_is_in_the_configuration() =>
        CheckProvider(
            "PublicKey = {|HL0007:\"-----BEGIN PUBLIC KEY-----\"|}",
            "The PublicKey of [AcmeSignature] names a property, which 'Config' does not have: add the property or name another"
        );

    [Fact]
    public Task A_shared_token_that_is_null_is_no_secret() =>
        Verify.Plugin(
            $$"""
            public static class Hooks
            {
                [Webhook("/a"), SharedToken(Header = "X", Secret = {|HL0005:null!|})] public static Task A() => Task.CompletedTask;
            }
            {{Config}}
            """
        );

    private static Task CheckProvider(string arguments, params string[] messages) =>
        Verify.Plugin(
            $$"""
            public static class Hooks
            {
                [Webhook("/a"), AcmeSignature({{arguments}})] public static Task A() => Task.CompletedTask;
            }
            {{Provider}}
            {{Config}}
            """,
            messages
        );

    private static Task Check(string secret, params string[] messages) => Verify.Plugin(Source(secret), messages);

    private static string Source(string secret) =>
        $$"""
            public static class Hooks
            {
                [Webhook("/a"), GitHubSignature(Secret = {{secret}})] public static Task A() => Task.CompletedTask;
            }
            {{Config}}
            """;
}
