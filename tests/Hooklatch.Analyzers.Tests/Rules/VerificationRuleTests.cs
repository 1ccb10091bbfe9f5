using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Rules;

/// <summary>HL0004, HL0019, HL0021, HL0023 and HL0024: how the sender is verified.</summary>
public class VerificationRuleTests
{
    private const string Config = """
        [PluginConfig] public sealed class Config { [Secret] public string? Key { get; init; } }
        """;

    [Fact]
    public Task An_endpoint_that_verifies_nobody_is_a_warning() =>
        Verify.Handlers(
            """[Webhook("/a")] public static Task {|HL0004:A|}() => Task.CompletedTask;""",
            "Anyone can call 'A': add a signature such as [GitHubSignature] or [SharedToken], or say why not with [Unverified(\"…\")]"
        );

    [Theory]
    [InlineData("Unverified(\"test\")")]
    [InlineData("GitHubSignature(Secret = nameof(Config.Key))")]
    [InlineData("SharedToken(Header = \"X-Token\", Secret = nameof(Config.Key))")]
    [InlineData("SharedToken(Query = \"token\", Secret = \"key\")")]
    public async Task A_verification_stands_on_the_method_or_on_its_class(string attribute)
    {
        const string Handler = """[Webhook("/a")] public static Task A() => Task.CompletedTask;""";
        await Verify.Plugin($"public static class Hooks {{ [{attribute}] {Handler} }}\n{Config}");
        await Verify.Plugin($"[{attribute}] public static class Hooks {{ {Handler} }}\n{Config}");
    }

    [Fact]
    public Task The_verification_of_a_method_replaces_that_of_its_class() =>
        Verify.Plugin(
            $$"""
            [Unverified("test")] public static class Hooks
            {
                [Webhook("/a"), GitHubSignature(Secret = nameof(Config.Key))] public static Task A() => Task.CompletedTask;
            }
            {{Config}}
            """
        );

    [Fact]
    public Task An_endpoint_has_one_verification() =>
        Verify.Plugin(
            $$"""
            public static class Hooks
            {
                [Webhook("/a")]
                [GitHubSignature(Secret = nameof(Config.Key))]
                [{|HL0019:Unverified("test")|}]
                public static Task A() => Task.CompletedTask;
            }
            {{Config}}
            """,
            "'A' carries both [GitHubSignature] and [Unverified]: one of them would hide the other"
        );

    [Fact]
    public Task What_is_wrong_on_a_class_is_said_once() =>
        Verify.Plugin(
            """
            [{|HL0021:Unverified(" ")|}] public static class Hooks
            {
                [Webhook("/a"), Unverified("test")] public static Task A() => Task.CompletedTask;
                [Webhook("/b")] public static Task B() => Task.CompletedTask;
                [Webhook("/c")] public static Task C() => Task.CompletedTask;
            }
            """,
            "[Unverified] needs a reason: say in a few words why anyone may call 'Hooks'"
        );

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \\t\"")]
    [InlineData("null!")]
    public Task Unverified_says_why(string reason) =>
        Verify.Handlers(
            $"[Webhook(\"/a\"), {{|HL0021:Unverified({reason})|}}] public static Task A() => Task.CompletedTask;",
            "[Unverified] needs a reason: say in a few words why anyone may call 'A'"
        );

    [Theory]
    [InlineData("", "neither a header nor a query parameter")]
    [InlineData("Header = \"\", ", "neither a header nor a query parameter")]
    [InlineData("Header = \"X-Token\", Query = \"token\", ", "both a header and a query parameter")]
    public Task A_shared_token_is_in_one_place(string places, string named) =>
        Verify.Plugin(
            $$"""
            public static class Hooks
            {
                [Webhook("/a"), {|HL0024:SharedToken({{places}}Secret = nameof(Config.Key))|}] public static Task A() => Task.CompletedTask;
            }
            {{Config}}
            """,
            $"[SharedToken] on 'A' names {named}: set exactly one of Header and Query"
        );

    [Theory]
    [InlineData("", "it has no scheme; put [HmacScheme(…)] on the attribute class")]
    [InlineData("[HmacScheme(HmacAlgorithm.Sha256, Header = \"\")]", "[HmacScheme] names no Header")]
    [InlineData("[HmacScheme((HmacAlgorithm)9, Header = \"X\")]", "its algorithm is none of HmacAlgorithm")]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha1, Header = \"X\", Encoding = (SignatureEncoding)(-1))]",
        "its encoding is none of SignatureEncoding"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\"), TimestampFrom(Header = \"T\", ToleranceSeconds = 0)]",
        "a tolerance of less than a second refuses everything; set ToleranceSeconds"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\"), TimestampFrom(Header = \"\", ToleranceSeconds = 9)]",
        "[TimestampFrom] names no Header"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\"), TimestampFrom(Header = \"T\", ToleranceSeconds = 9, Unit = (TimeUnit)7)]",
        "the unit of its timestamp is none of TimeUnit"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), TimestampFrom(Header = \"T\", ToleranceSeconds = 9)]",
        "its timestamp is not signed; without {timestamp} in the signed text anyone can refresh an old delivery"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\")]",
        "{timestamp} is in the signed text but [TimestampFrom] does not say where it is"
    )]
    [InlineData("[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{body\")]", "its signed text has a '{' without '}'")]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{url}{body}\")]",
        "{url} is not one of {body}, {timestamp} and {header:NAME}"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{header:}{body}\")]",
        "{header:} is not one of {body}, {timestamp} and {header:NAME}"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"v0\")]",
        "{body} must stand in its signed text exactly once"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{body}{body}\")]",
        "{body} must stand in its signed text exactly once"
    )]
    public Task A_signature_scheme_can_work(string scheme, string problem) =>
        Verify.Plugin(
            $$"""
            using Hooklatch.Verification;
            public static class Hooks
            {
                [Webhook("/a"), {|HL0023:AcmeSignature(Secret = nameof(Config.Key))|}] public static Task A() => Task.CompletedTask;
            }
            {{scheme}} public sealed class AcmeSignatureAttribute : SignatureAttribute;
            {{Config}}
            """,
            $"The scheme of [AcmeSignature] cannot work: {problem}"
        );

    [Fact]
    public Task A_scheme_of_ones_own_is_right() =>
        Verify.Plugin(
            $$"""
            using Hooklatch.Verification;
            public static class Hooks
            {
                [Webhook("/a"), AcmeSignature(Secret = nameof(Config.Key))] public static Task A() => Task.CompletedTask;
            }
            [HmacScheme(HmacAlgorithm.Sha512, Header = "X", Encoding = SignatureEncoding.Base64, SignedContent = "{header:Id}.{timestamp}.{body}")]
            [TimestampFrom(Header = "T", Unit = TimeUnit.Milliseconds, ToleranceSeconds = 300)]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;
            {{Config}}
            """
        );
}
