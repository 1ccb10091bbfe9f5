using Hooklatch.Analyzers.Tests.Testing;

namespace Hooklatch.Analyzers.Tests.Checks;

/// <summary>HL0004, HL0019, HL0021, HL0023, HL0024 and HL0028 to HL0030: how the sender is verified.</summary>
public class VerificationTests
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
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"\")]",
        "it names not exactly one of Header and a place in the body (JsonPath, FormField or both) for its signature"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", JsonPath = \"a\")]",
        "it names not exactly one of Header and a place in the body (JsonPath, FormField or both) for its signature"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", FormField = \"a\")]",
        "it names not exactly one of Header and a place in the body (JsonPath, FormField or both) for its signature"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, FormField = \"a\", SignedContent = \"{body:id}\")]",
        "it reads some values of the body from JSON and others from a form, and no body is both: give each a JsonPath, or each a FormField"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{payload}\")]",
        "{payload} is in the signed text but [FormEnvelope] on its class does not say which field of a form holds it"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{body}.{payload}\"), FormEnvelope(\"p\")]",
        "{body} or {payload} stands in its signed text more than once"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{form:a}{form:b}\")]",
        "nothing divides two values of its signed text, so that one can be lengthened by the beginning of the other"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), EventFrom(Header = \"Y\", FormField = \"a\")]",
        "[EventFrom] names not exactly one of Header, Query and a place in the body (JsonPath, FormField or both)"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), Handshake(WhenFormEquals = \"c\", WhenHeader = \"Y\")]",
        "the WhenFormEquals of its handshake is compared with nothing; set WhenFormField"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), Handshake(EchoFormField = \"c\", EchoQuery = \"c\")]",
        "a handshake of it echoes several values; one value is answered with"
    )]
    [InlineData("[HmacScheme(HmacAlgorithm.Sha256, JsonPath = \"a..b\")]", "the JSON path of its signature is malformed")]
    [InlineData("[HmacScheme((HmacAlgorithm)9, Header = \"X\")]", "its algorithm is none of its enumeration")]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", Encoding = (SignatureEncoding)(-1))]",
        "its encoding is none of SignatureEncoding"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", KeyEncoding = (KeyEncoding)9)]",
        "its key's encoding is none of KeyEncoding"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", Field = \"v1\", IsNumbered = true)]",
        "only a header that is nothing but the signature can be numbered"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", Field = \"v1\", ItemSeparator = '=')]",
        "its ItemSeparator and its FieldSeparator are one character, so that no field has a value"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", WhenEquals = \"2\")]",
        "its WhenEquals is compared with nothing; set WhenHeader"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SecretIndex = -2)]",
        "its SecretIndex is negative; secrets are counted from 0"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", KeyEncoding = KeyEncoding.Hex, KeyPrefix = \"ab\")]",
        "its KeyPrefix is hexadecimal like the key, so that a key which begins so would lose its beginning"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", KeyEncoding = KeyEncoding.Base64, KeyPrefix = \"whsec\")]",
        "its KeyPrefix is base64 like the key, so that a key which begins so would lose its beginning"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\"), TimestampFrom(Header = \"\", ToleranceSeconds = 9)]",
        "[TimestampFrom] names not exactly one of Header, Field and a place in the body (JsonPath, FormField or both)"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\"), TimestampFrom(Header = \"T\", JsonPath = \"t\", ToleranceSeconds = 9)]",
        "[TimestampFrom] names not exactly one of Header, Field and a place in the body (JsonPath, FormField or both)"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\"), TimestampFrom(Field = \"t\", ToleranceSeconds = 9)]",
        "its timestamp is a field of the signature's header, but the signature is not; set Field"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\"), TimestampFrom(Header = \"T\", ToleranceSeconds = -9)]",
        "a negative tolerance rejects everything; set ToleranceSeconds"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\"), TimestampFrom(Header = \"T\", ToleranceSeconds = 9, FutureToleranceSeconds = -2)]",
        "a negative tolerance rejects everything; set ToleranceSeconds"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\"), TimestampFrom(Header = \"T\", ToleranceSeconds = 9, Unit = (TimeUnit)77)]",
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
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{id}.{body}\")]",
        "{id} is in the signed text but [DeliveryIdFrom] does not say where it is"
    )]
    [InlineData("[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{body\")]", "its signed text has a '{' without '}'")]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{header:}{body}\")]",
        "{header:} is not one of {body}, {payload}, {timestamp}, {id}, {method}, {url}, {decodedUrl}, {secret}, {header:NAME}, {query:NAME}, {body:PATH} and {form:NAME}"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"v0\")]",
        "its signed text holds nothing of the body, so that anyone can change what is sent"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{body}{body}\")]",
        "{body} or {payload} stands in its signed text more than once"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{body:a}.{body}\")]",
        "a value of the body stands before {body} in its signed text, which is hashed before the value is known"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{header:A}{header:B}.{body}\")]",
        "nothing divides two values of its signed text, so that one can be lengthened by the beginning of the other"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{header:A}{body}\")]",
        "nothing divides two values of its signed text, so that one can be lengthened by the beginning of the other"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{secret}{body}\")]",
        "{secret} stands in the signed text of a digest only"
    )]
    [InlineData(
        "[DigestScheme(DigestAlgorithm.Sha256, Header = \"X\")]",
        "a plain digest without {secret} in the signed text proves nothing"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), HmacScheme(HmacAlgorithm.Sha256, Header = \"X\")]",
        "one of its schemes hides another, which accepts nothing that the first does not"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", WhenHeader = \"V\", WhenEquals = \"1\")]",
        "one of its schemes hides another, which accepts nothing that the first does not"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SecretIndex = 1), HmacScheme(HmacAlgorithm.Sha256, Header = \"X\")]",
        "one of its schemes hides another, which accepts nothing that the first does not"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), EventFrom(Header = \"E\", Query = \"e\")]",
        "[EventFrom] names not exactly one of Header, Query and a place in the body (JsonPath, FormField or both)"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), EventFrom(JsonPath = \"a[*]\")]",
        "the JsonPath of [EventFrom] is malformed, or leads to several values"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), EventFrom(Header = \"E\", ActionJsonPath = \"a..b\")]",
        "the ActionJsonPath of [EventFrom] is malformed, or leads to several values"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), DeliveryIdFrom]",
        "[DeliveryIdFrom] names not exactly one of Header and a place in the body (JsonPath, FormField or both)"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), Acknowledge(302)]",
        "the status of its [Acknowledge] does not say that a delivery was taken; choose one of 200 to 299"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), InvalidStatus(200)]",
        "its [InvalidStatus] does not say that a request is wrong; choose one of 400 to 499"
    )]
    [InlineData("[HmacScheme(HmacAlgorithm.Sha256, Header = \"X|\")]", "of the names of its header 'X|' one is empty")]
    [InlineData("[HmacScheme(HmacAlgorithm.Sha256, Header = \"X|x\")]", "of the names of its header 'X|x' two are the same")]
    [InlineData("[HmacScheme(HmacAlgorithm.Sha256, Header = \"X-|Y-\", IsNumbered = true)]", "a header that is numbered has one name")]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), EventFrom(Header = \"|E\")]",
        "of the names of its header '|E' one is empty"
    )]
    [InlineData("[TokenScheme(Header = \"X||Y\")]", "of the names of its header 'X||Y' one is empty")]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\"), TimestampFrom(Header = \"T|T\", ToleranceSeconds = 9)]",
        "of the names of its header 'T|T' two are the same"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\"), TimestampFrom(HeaderProperty = \"Time\", ToleranceSeconds = 9)]",
        "the HeaderProperty of its [TimestampFrom] names 'Time', which is no string property of the attribute"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), ReplyHeader(\"a b\", \"v\")]",
        "the name of its [ReplyHeader] is no name of a header"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), ReplyHeader(\"content-length\", \"1\")]",
        "its [ReplyHeader] is 'content-length', which the server writes itself"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), ReplyHeader(\"A\")]",
        "its [ReplyHeader] has not exactly one of a value and a ValueProperty"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), ReplyHeader(\"A\", \"é\")]",
        "the value of its [ReplyHeader] is no printable ASCII"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), ReplyHeader(\"A\", ValueProperty = \"Code\")]",
        "the ValueProperty of its [ReplyHeader] names 'Code', which is no string property of the attribute"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), Handshake(Method = \"get\", EchoQuery = \"c\")]",
        "the Method of its handshake is no HTTP method; write it as it stands in a request line"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), Handshake(WhenEquals = \"c\", EchoQuery = \"c\")]",
        "the WhenEquals of its handshake is compared with nothing; set WhenHeader, WhenQuery, WhenJsonPath or WhenFormField"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), Handshake(EchoQuery = \"c\", TokenQuery = \"t\", TokenProperty = \"Tokens\")]",
        "the TokenProperty of its handshake names 'Tokens', which is no string property of the attribute"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), Handshake(EchoQuery = \"c\", ContentType = \"text/html\")]",
        "a handshake of it echoes as something else than text/plain or application/json, which a browser may take for a page"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), Handshake(EchoQuery = \"c\", EchoHeader = \"c\")]",
        "a handshake of it echoes several values; one value is answered with"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), Handshake(Mac = HandshakeMac.Sha256Hex)]",
        "a handshake of it computes a MAC of nothing; set what it echoes"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), Handshake(EchoQuery = \"c\", Mac = (HandshakeMac)9)]",
        "the Mac of its handshake is none of HandshakeMac"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), Handshake(EchoJsonPath = \"a[*]\")]",
        "a JSON path of its handshake is malformed"
    )]
    public Task A_signature_scheme_can_work(string scheme, string problem) =>
        Verify.Plugin(
            $$"""
            using Hooklatch.Signing;
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
            using Hooklatch.Signing;
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

    [Fact]
    public Task A_public_key_that_is_PEM_has_no_prefix() =>
        Broken(
            "[PublicKeyScheme<RsaSha256Key>(Header = \"X\", KeyPrefix = \"pk_\")]",
            "PublicKey = nameof(Config.Key)",
            "its key is PEM, in front of which no KeyPrefix stands; set KeyEncoding"
        );

    [Fact]
    public Task A_key_type_can_be_named_by_generated_code() =>
        Verify.Plugin(
            $$"""
            using Hooklatch.Signing;
            using Hooklatch.Verification;
            public static class Hooks
            {
                [Webhook("/a"), {|HL0023:AcmeSignature(PublicKey = nameof(Config.Key))|}] public static Task A() => Task.CompletedTask;

                [PublicKeyScheme<AcmeKey>(Header = "X")] public sealed class AcmeSignatureAttribute : SignatureAttribute;

                private sealed class AcmeKey : IVerificationKey<AcmeKey>
                {
                    public static string Algorithm => "none";
                    public static System.Security.Cryptography.HashAlgorithmName? Hash => null;
                    public static AcmeKey? Import(ReadOnlySpan<byte> key) => null;
                    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => false;
                    public void Dispose() { }
                }
            }
            {{Config}}
            """,
            "The scheme of [AcmeSignature] cannot work: generated code cannot name its key: 'AcmeKey' is private"
        );

    [Theory]
    [InlineData("private sealed class", "", "'AcmeSignatureAttribute' is private")]
    [InlineData("public sealed class", "Level = Level.High", "'Level' is private")]
    public Task A_verifier_in_code_can_be_constructed_by_generated_code(string kind, string argument, string obstacle) =>
        Verify.Plugin(
            $$"""
            using Hooklatch.Verification.Custom;
            public static class Hooks
            {
                [Webhook("/a"), {|HL0023:AcmeSignature({{argument}})|}] public static Task A() => Task.CompletedTask;

                {{kind}} AcmeSignatureAttribute : CodeSignatureAttribute
                {
                    public object? Level { get; set; }
                    public override IRequestVerifier CreateVerifier(VerifierSettings settings) => throw new NotSupportedException();
                }

                private enum Level { Low, High }
            }
            """,
            $"The scheme of [AcmeSignature] cannot work: generated code cannot construct it: {obstacle}"
        );

    [Theory]
    [InlineData("[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\")]", "", "Secret")]
    [InlineData("[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\")]", "(Secret = null!)", "Secret")]
    [InlineData("[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\")]", "(PublicKey = nameof(Config.Key))", "Secret")]
    [InlineData("[PublicKeyScheme<RsaSha256Key>(Header = \"X\")]", "(Secret = nameof(Config.Key))", "PublicKey")]
    [InlineData("[TokenScheme(Header = \"X\")]", "", "Secret")]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), PublicKeyScheme<RsaSha256Key>(Header = \"Y\")]",
        "",
        "Secret or PublicKey"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), PublicKeyScheme<RsaSha256Key>(Header = \"Y\"), RequireAllSchemes]",
        "(Secret = nameof(Config.Key))",
        "Secret or PublicKey"
    )]
    public Task A_signature_names_its_key(string scheme, string arguments, string missing) =>
        Verify.Plugin(
            Source(scheme, $"{{|HL0028:AcmeSignature{arguments}|}}"),
            $"[AcmeSignature] names no key to verify with: set {missing} to a path in the plugin's configuration, such as "
                + "nameof(MyConfig.MySecret)"
        );

    [Fact]
    public Task Of_several_schemes_those_apply_whose_key_is_named() =>
        Verify.Plugin(
            Source(
                "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), PublicKeyScheme<RsaSha256Key>(Header = \"Y\")]",
                "AcmeSignature(Secret = nameof(Config.Key))"
            )
        );

    private const string Timestamped = "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\", SignedContent = \"{timestamp}{body}\")]";

    [Theory]
    [InlineData(
        $"{Timestamped}[TimestampFrom(Header = \"T\")]",
        "{|HL0029:AcmeSignature(Secret = \"Key\")|}",
        "its provider signs a timestamp and states none: set ToleranceSeconds, 300 for most"
    )]
    [InlineData(
        $"{Timestamped}[TimestampFrom(Header = \"T\", ToleranceSeconds = 300)]",
        "AcmeSignature(Secret = \"Key\", ToleranceSeconds = {|HL0029:0|})",
        "less than a second rejects everything: set ToleranceSeconds to what may pass between signing and receipt"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\")]",
        "AcmeSignature(Secret = \"Key\", ToleranceSeconds = {|HL0029:300|})",
        "its provider signs no timestamp that it would be held against: leave ToleranceSeconds out"
    )]
    [InlineData(
        "[TokenScheme(Header = \"X\")]",
        "AcmeSignature(Secret = \"Key\", ToleranceSeconds = {|HL0029:300|})",
        "its provider signs no timestamp that it would be held against: leave ToleranceSeconds out"
    )]
    public Task A_signed_timestamp_has_a_tolerance(string scheme, string use, string problem) =>
        Verify.Plugin(Source(scheme, use), $"The tolerance of [AcmeSignature] cannot work: {problem}");

    [Theory]
    [InlineData($"{Timestamped}[TimestampFrom(Header = \"T\")]", "AcmeSignature(Secret = \"Key\", ToleranceSeconds = 60)")]
    [InlineData($"{Timestamped}[TimestampFrom(Header = \"T\", ToleranceSeconds = 1)]", "AcmeSignature(Secret = \"Key\")")]
    [InlineData(
        $"{Timestamped}[TimestampFrom(Header = \"T\", ToleranceSeconds = 9, FutureToleranceSeconds = -1)]",
        "AcmeSignature(Secret = \"Key\")"
    )]
    [InlineData(
        "[HmacScheme(HmacAlgorithm.Sha256, Header = \"X\"), TimestampFrom(JsonPath = \"t\", ToleranceSeconds = 9)]",
        "AcmeSignature(Secret = \"Key\")"
    )]
    public Task A_tolerance_of_the_provider_or_of_the_author_is_right(string scheme, string use) => Verify.Plugin(Source(scheme, use));

    [Theory]
    [InlineData(
        "CodeSignatureAttribute",
        "",
        "AcmeSignature(ToleranceSeconds = {|HL0029:300|})",
        "The tolerance of [AcmeSignature] cannot work: its class does not derive from TimedCodeSignatureAttribute, so that nothing is held against a tolerance: leave ToleranceSeconds out"
    )]
    [InlineData(
        "TimedCodeSignatureAttribute",
        "(300)",
        "AcmeSignature(ToleranceSeconds = {|HL0029:0|})",
        "The tolerance of [AcmeSignature] cannot work: less than a second rejects everything: set ToleranceSeconds to what may pass between signing and receipt"
    )]
    [InlineData("TimedCodeSignatureAttribute", "(300)", "AcmeSignature(ToleranceSeconds = 60)", null)]
    [InlineData("TimedCodeSignatureAttribute", "(300)", "AcmeSignature", null)]
    [InlineData("CodeSignatureAttribute", "", "AcmeSignature", null)]
    public Task What_verifies_in_code_has_a_tolerance_by_its_class(string inherits, string arguments, string use, string? message)
    {
        var source = CodeVerified("", inherits, arguments, use);
        return message is null ? Verify.Plugin(source) : Verify.Plugin(source, message);
    }

    [Fact]
    public Task What_verifies_in_code_reads_no_timestamp_of_a_scheme() =>
        Verify.Plugin(
            CodeVerified(
                "[TimestampFrom(Header = \"T\", ToleranceSeconds = 300)]",
                "CodeSignatureAttribute",
                "",
                "{|HL0023:AcmeSignature|}"
            ),
            "The scheme of [AcmeSignature] cannot work: code verifies it, and nothing reads [TimestampFrom]: derive its class from TimedCodeSignatureAttribute"
        );

    private static string CodeVerified(string scheme, string inherits, string arguments, string use)
    {
        var isTimed = inherits is "TimedCodeSignatureAttribute";
        var create = isTimed
            ? "protected override IRequestVerifier CreateVerifier(VerifierSettings settings, TimeTolerance tolerance)"
            : "public override IRequestVerifier CreateVerifier(VerifierSettings settings)";
        return $$"""
            using System;
            using System.Threading.Tasks;
            using Hooklatch;
            using Hooklatch.Signing;
            using Hooklatch.Verification;
            using Hooklatch.Verification.Custom;

            public static class Hooks
            {
                [Webhook("/a")]
                [{{use}}]
                public static Task On() => Task.CompletedTask;
            }

            {{scheme}}
            public sealed class AcmeSignatureAttribute{{(isTimed ? "()" : "")}} : {{inherits}}{{arguments}}
            {
                {{create}} => throw new NotSupportedException();
            }
            """;
    }

    [Theory]
    [InlineData("Other", "'Other' does not implement ISecretSource")]
    [InlineData("AbstractSource", "'AbstractSource' is abstract or generic")]
    [InlineData("SourceOf<int>", "'SourceOf' is abstract or generic")]
    [InlineData("TwoSource", "'TwoSource' must have one public or internal constructor")]
    [InlineData("RequiredSource", "'Store' is a required member of 'RequiredSource', which injection cannot set")]
    [InlineData("LateSource", "'LateSource' takes the WebhookContext, which there is none of before the verification")]
    [InlineData("RequestSource", "'RequestSource' takes the request, and is asked once for all requests of a tenant")]
    [InlineData("AccessorSource", "'AccessorSource' takes the request, and is asked once for all requests of a tenant")]
    [InlineData("HiddenSource", "generated code cannot construct it: 'HiddenSource' is private")]
    [InlineData("Source), Secret = nameof(Config.Key", "both a SecretSource and a key in the configuration: one would hide the other")]
    public Task A_source_of_secrets_can_be_built(string source, string problem)
    {
        var type = $"typeof({source})";
        var marked = type.Split(", ", 2) is [var first, var rest] ? $"{{|HL0030:{first}|}}, {rest}" : $"{{|HL0030:{type}|}}";
        return Verify.Plugin(Tenants(marked), $"The SecretSource of [AcmeSignature] cannot be used: {problem}");
    }

    [Fact]
    public Task A_source_of_secrets_is_built_with_its_services() => Verify.Plugin(Tenants("typeof(Source)"));

    [Theory]
    [InlineData("[TokenScheme(Header = \"X\")]", "AcmeSignature(SecretSource = typeof(Source))")]
    [InlineData("[TokenScheme(Header = \"X\")]", "AcmeSignature(Secret = \"Key\", SecretSource = {|HL0030:typeof(Source)|})")]
    [InlineData("[TokenScheme(Header = \"X\")]", "AcmeSignature(SecretSource = {|HL0030:typeof(string)|})")]
    [InlineData("[TokenScheme(Header = \"X\")]", "{|HL0028:AcmeSignature|}")]
    [InlineData("", "SharedToken(Header = \"X\", SecretSource = typeof(Source))")]
    [InlineData("", "SharedToken(Query = \"x\", Secret = \"Key\", SecretSource = {|HL0030:typeof(Source)|})")]
    [InlineData("", "SharedToken(Query = \"x\", SecretSource = {|HL0030:typeof(string)|})")]
    [InlineData("", "{|HL0028:SharedToken(Header = \"X\")|}")]
    public Task A_token_is_configured_or_a_tenants(string scheme, string use) =>
        Verify.Plugin(
            Source(scheme.Length > 0 ? scheme : "[TokenScheme(Header = \"Y\")]", use)
                + """

                internal sealed class Source : Hooklatch.Verification.ISecretSource
                {
                    public ValueTask<IReadOnlyList<string>?> GetSecretsAsync(Hooklatch.Verification.SecretRequest request, CancellationToken cancellation) =>
                        throw new NotSupportedException();
                }
                """
        );

    private static Task Broken(string scheme, string key, string problem) =>
        Verify.Plugin(Source(scheme, $"{{|HL0023:AcmeSignature({key})|}}"), $"The scheme of [AcmeSignature] cannot work: {problem}");

    private static string Source(string scheme, string use) =>
        $$"""
            using Hooklatch.Signing;
            using Hooklatch.Verification;
            public static class Hooks
            {
                [Webhook("/a"), {{use}}] public static Task A() => Task.CompletedTask;
            }
            {{scheme}} public sealed class AcmeSignatureAttribute : SignatureAttribute;
            {{Config}}
            """;

    private static string Tenants(string source) =>
        $$"""
            using Hooklatch.Signing;
            using Hooklatch.Verification;
            using Microsoft.AspNetCore.Http;
            public class Hooks
            {
                [Webhook("/{tenant}"), AcmeSignature(SecretSource = {{source}})] public static Task A(string tenant) => Task.CompletedTask;

                private sealed class HiddenSource : Base;
            }
            [HmacScheme(HmacAlgorithm.Sha256, Header = "X")] public sealed class AcmeSignatureAttribute : SignatureAttribute;
            public class Base : ISecretSource
            {
                public ValueTask<IReadOnlyList<string>?> GetSecretsAsync(SecretRequest request, CancellationToken cancellation) => default;
            }
            public sealed class Source(IServiceProvider services) : Base { public override string ToString() => $"{services}"; }
            public sealed class Other;
            public abstract class AbstractSource : Base;
            public sealed class SourceOf<T> : Base;
            public sealed class TwoSource : Base { public TwoSource() { } public TwoSource(IServiceProvider services) { } }
            public sealed class RequiredSource : Base { public required string Store { get; init; } }
            public sealed class RequestSource(HttpContext http) : Base { public override string ToString() => $"{http}"; }
            public sealed class AccessorSource(IHttpContextAccessor http) : Base { public override string ToString() => $"{http}"; }
            public sealed class LateSource(WebhookContext context) : Base { public override string ToString() => $"{context}"; }
            {{Config}}
            """;
}
