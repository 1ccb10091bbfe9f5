using Hooklatch.Generators.Tests.Fixture;

namespace Hooklatch.Generators.Tests.Snapshots;

/// <summary>What a scheme can say, and the check that is generated for exactly that.</summary>
public sealed class SchemeSnapshots
{
    [Fact]
    public void A_structured_header() =>
        Verify(
            """
            [HmacScheme(HmacAlgorithm.Sha256, Header = "Acme-Signature", Field = "v1", SignedContent = "{timestamp}.{body}")]
            [TimestampFrom(Field = "t", ToleranceSeconds = 300, FutureToleranceSeconds = 30)]
            [EventFrom(JsonPath = "type")]
            [DeliveryIdFrom(JsonPath = "id")]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;
            """
        );

    [Fact]
    public void Several_schemes_with_conditions_and_secrets_of_their_own() =>
        Verify(
            """
            [HmacScheme(
                HmacAlgorithm.Sha256, Header = "X-Acme-Signature", SecretIndex = 0, WhenHeader = "X-Acme-Version", WhenEquals = "2",
                SignedContent = "v2:{id}:{body}")]
            [HmacScheme(
                HmacAlgorithm.Sha1, Header = "X-Acme-Signature-", IsNumbered = true, SecretIndex = 1, WhenHeader = "X-Acme-Version", WhenEquals = "1",
                KeyEncoding = KeyEncoding.Base64, KeyPrefix = "key_")]
            [RequireHeader("X-Acme-Kind", "webhook")]
            [DeliveryIdFrom(Header = "X-Acme-Id")]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;
            """
        );

    [Fact]
    public void Every_scheme_has_to_hold() =>
        Verify(
            """
            [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Acme-Body")]
            [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Acme-Url", SignedContent = "{url}|{body}")]
            [RequireAllSchemes]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;
            """
        );

    [Fact]
    public void A_digest_of_the_secret_and_what_the_body_says() =>
        Verify(
            """
            [DigestScheme(DigestAlgorithm.Sha1, Header = "X-Acme-Digest", SignedContent = "{body:order.id}&{body:order.total}&{secret}")]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;
            """
        );

    [Fact]
    public void A_public_key() =>
        Verify(
            """
            [PublicKeyScheme<EcdsaP256Sha256Key>(
                Header = "X-Acme-Signature", Encoding = SignatureEncoding.Base64Url, KeyEncoding = KeyEncoding.Base64, HashedTwice = true,
                SignedContent = "{timestamp}{body}")]
            [TimestampFrom(Header = "X-Acme-Time", Unit = TimeUnit.Iso8601)]
            [InvalidStatus(401)]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;
            """,
            use: "AcmeSignature(PublicKey = \"AcmePublicKey\", ToleranceSeconds = 60)"
        );

    [Fact]
    public void The_URL_the_method_and_the_query_are_signed() =>
        Verify(
            """
            [HmacScheme(
                HmacAlgorithm.Sha256, Header = "X-Acme-Signature", Encoding = SignatureEncoding.Base64,
                SignedContent = "{method}{url}|{query:account}|{body}")]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;
            """
        );

    [Fact]
    public void The_signature_stands_in_the_body() =>
        Verify(
            """
            [HmacScheme(
                HmacAlgorithm.Sha256, JsonPath = "signature.value", SignedContent = "{timestamp}{body:signature.token}")]
            [TimestampFrom(JsonPath = "signature.timestamp", ToleranceSeconds = 300)]
            [DeliveryIdFrom(JsonPath = "signature.token")]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;
            """
        );

    [Fact]
    public void Tenants_have_secrets_of_their_own() =>
        Verify(
            """
            [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Acme-Signature")]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;

            public interface ITenantStore;

            public sealed class TenantSecrets(ITenantStore store, IServiceProvider services) : ISecretSource
            {
                public ValueTask<IReadOnlyList<string>?> GetSecretsAsync(SecretRequest request, CancellationToken cancellation) =>
                    throw new NotSupportedException($"{store} {services}");
            }
            """,
            use: "AcmeSignature(SecretSource = typeof(TenantSecrets))",
            endpoint: "/acme/{tenant}"
        );

    [Fact]
    public void A_verifier_in_code_is_built_as_its_attribute_is_written() =>
        Verify(
            """
            using Hooklatch.Verification.Custom;

            [EventFrom(Header = "X-Acme-Event")]
            [BodyLimit(65536)]
            public sealed class AcmeSignatureAttribute(string region, params int[] versions) : CodeSignatureAttribute
            {
                public SignatureEncoding Encoding { get; set; }

                public override IRequestVerifier CreateVerifier(VerifierSettings settings) =>
                    throw new NotSupportedException($"{region} {versions}");
            }
            """,
            use: "AcmeSignature(\"eu\", 1, 2, Secret = \"AcmeSecret\", Encoding = SignatureEncoding.Base64)"
        );

    [Fact]
    public void Handshakes_of_the_provider() =>
        Verify(
            """
            [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Acme-Signature")]
            [EventFrom(JsonPath = "type")]
            [Handshake(
                Method = "GET", WhenQuery = "hub.mode", WhenEquals = "subscribe", EchoQuery = "hub.challenge", TokenQuery = "hub.verify_token",
                TokenProperty = nameof(VerifyToken))]
            [Handshake(
                WhenJsonPath = "type", WhenEquals = "validation", EchoJsonPath = "payload.token", Mac = HandshakeMac.HmacSha256Hex,
                ContentType = "application/json", Body = "{\"token\":\"{value}\",\"mac\":\"{mac}\"}")]
            [CloudEventsHandshake]
            public sealed class AcmeSignatureAttribute : SignatureAttribute
            {
                public string? VerifyToken { get; set; }
            }
            """,
            use: "AcmeSignature(Secret = \"AcmeSecret\", VerifyToken = \"AcmeToken\")"
        );

    [Fact]
    public void An_answer_that_the_provider_demands() =>
        Verify(
            """
            [TokenScheme(Header = "Authorization", Prefix = "Basic ", IsBase64 = true)]
            [Acknowledge(200, "<ok/>", ContentType = "text/xml")]
            [InvalidStatus(401)]
            [Accepts("text/plain")]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;
            """
        );

    [Fact]
    public void Answers_of_which_the_provider_fixes_a_header_or_that_there_is_no_body() =>
        Verify(
            """
            [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Acme-Signature|Acme-Signature")]
            [EventFrom(Header = "X-Acme-Event|Acme-Event")]
            [InvalidStatus(401, HasNoBody = true)]
            [ReplyHeader("Acme-Fixed", "yes")]
            [ReplyHeader("Acme-Verify", ValueProperty = nameof(Code))]
            [ReplyHeader("Acme-Other", ValueProperty = nameof(OtherCode))]
            public sealed class AcmeSignatureAttribute : SignatureAttribute
            {
                public string? Code { get; set; }

                public string? OtherCode { get; set; }
            }
            """,
            use: "AcmeSignature(Secret = \"AcmeSecret\", Code = \"AcmeToken\")"
        );

    [Fact]
    public void A_timestamp_in_a_header_that_the_use_names() =>
        Verify(
            """
            [HmacScheme(HmacAlgorithm.Sha256, Header = "Acme-Signature")]
            [HmacScheme(HmacAlgorithm.Sha256, Header = "Acme-Signature", SignedContent = "{timestamp}:{body}")]
            [TimestampFrom(HeaderProperty = "TimeHeader", ToleranceSeconds = 300)]
            public sealed partial class AcmeSignatureAttribute : SignatureAttribute
            {
                public string? TimeHeader { get; set; }
            }
            """,
            use: "AcmeSignature(Secret = \"AcmeSecret\", TimeHeader = \"Acme-Time\")"
        );

    [Fact]
    public void A_payload_in_a_form_from_known_networks() =>
        Verify(
            """
            [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Acme-Signature")]
            [FormEnvelope("payload")]
            public sealed class AcmeSignatureAttribute : SignatureAttribute;
            """,
            use: "AcmeSignature(Secret = \"AcmeSecret\"), AllowFrom(\"192.0.2.0/24\", \"2001:db8::/32\", Configuration = \"AcmeNetworks\")",
            parameters: "[FromJson(\"action\")] string action"
        );

    [Fact]
    public void What_signs_by_a_partial_class() =>
        Verify(
            """
            [HmacScheme(
                HmacAlgorithm.Sha256, Header = "Acme-Signature", Field = "v1", Encoding = SignatureEncoding.Base64, SignedContent = "{id}.{timestamp}.{body}")]
            [PublicKeyScheme<EcdsaP256Sha256Key>(Header = "Acme-Key", SignedContent = "{body:subject}")]
            [TimestampFrom(Header = "Acme-Time", ToleranceSeconds = 300)]
            [RequireHeader("Acme-Version", "1")]
            [EventFrom(Header = "Acme-Event")]
            [DeliveryIdFrom(Header = "Acme-Id")]
            public sealed partial class AcmeSignatureAttribute : SignatureAttribute;
            """
        );

    private static void Verify(
        string scheme,
        string use = "AcmeSignature(Secret = \"AcmeSecret\")",
        string endpoint = "/acme",
        string parameters = "",
        [System.Runtime.CompilerServices.CallerMemberName] string test = ""
    ) =>
        Snapshot.Verify(
            Project
                .Plugin(
                    $$"""
                    using Hooklatch.Signing;
                    using Hooklatch.Verification;
                    using Microsoft.AspNetCore.Http;
                    {{scheme}}

                    public static class AcmeHooks
                    {
                        [Webhook("{{endpoint}}"), {{use}}]
                        public static Task On({{parameters}}) => Task.CompletedTask;
                    }
                    """
                )
                .Generate(),
            only: "Acme",
            method: test
        );
}
