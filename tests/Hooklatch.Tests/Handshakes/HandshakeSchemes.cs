using Hooklatch.Signing;

namespace Hooklatch.Tests.Handshakes;

// One scheme for each handshake that a provider can ask. All sign the body with HMAC-SHA256.

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(Method = "GET", WhenQuery = "challenge", EchoQuery = "challenge")]
[Handshake(WhenHeader = "X-Challenge", EchoHeader = "X-Challenge")]
[Handshake(WhenJsonPath = "type", WhenEquals = "url_verification", EchoJsonPath = "challenge")]
public sealed class EchoSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(
    Method = "GET",
    WhenHeader = "X-Challenge",
    EchoHeader = "X-Challenge",
    ContentType = "application/json",
    Body = """{"verification":"{value}"}"""
)]
public sealed class JsonEchoSignatureAttribute : SignatureAttribute;

/// <summary>As X asks: it answers with what a delivery would be signed with.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", Prefix = "sha256=", Encoding = SignatureEncoding.Base64)]
[Handshake(
    Method = "GET",
    WhenQuery = "crc_token",
    EchoQuery = "crc_token",
    Mac = HandshakeMac.HmacSha256Base64,
    ContentType = "application/json",
    Body = """{"response_token":"sha256={mac}"}"""
)]
public sealed class ChallengedSignatureAttribute : SignatureAttribute;

/// <summary>It signs a text in which nothing divides the values, and answers handshakes with what it signs.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{timestamp}{body}")]
[TimestampFrom(Header = "X-Timestamp", ToleranceSeconds = 300)]
[Handshake(Method = "GET", WhenQuery = "c", EchoQuery = "c", Mac = HandshakeMac.HmacSha256Hex, Body = "{mac}")]
public sealed class RunTogetherSignatureAttribute : SignatureAttribute;

/// <summary>It signs values of the body alone, and answers handshakes with a MAC over a text with surroundings.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "id={body:id}.")]
[Handshake(Method = "GET", WhenQuery = "c", EchoQuery = "c", Mac = HandshakeMac.HmacSha256Hex, MacOver = "id={value}.", Body = "{mac}")]
public sealed class SurroundedSignatureAttribute : SignatureAttribute;

/// <summary>It answers with a MAC over the value twice.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(Method = "GET", WhenQuery = "c", EchoQuery = "c", Mac = HandshakeMac.HmacSha256Hex, MacOver = "{value}.{value}", Body = "{mac}")]
public sealed class TwiceSignatureAttribute : SignatureAttribute;

/// <summary>It answers with a MAC over the value and the URL.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(Method = "GET", WhenQuery = "c", EchoQuery = "c", Mac = HandshakeMac.HmacSha256Hex, MacOver = "{value}{url}", Body = "{mac}")]
public sealed class LocatedSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(
    WhenJsonPath = "event",
    WhenEquals = "endpoint.url_validation",
    EchoJsonPath = "payload.plainToken",
    Mac = HandshakeMac.HmacSha256Hex,
    ContentType = "application/json",
    Body = """{"plainToken":"{value}","encryptedToken":"{mac}"}"""
)]
public sealed class SignedChallengeSignatureAttribute : SignatureAttribute;

/// <summary>As eBay asks.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(
    Method = "GET",
    WhenQuery = "challenge_code",
    EchoQuery = "challenge_code",
    Mac = HandshakeMac.Sha256Hex,
    MacOver = "{value}{secret}{url}",
    ContentType = "application/json",
    Body = """{"challengeResponse":"{mac}"}"""
)]
public sealed class DigestChallengeSignatureAttribute : SignatureAttribute;

/// <summary>As Meta asks.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(
    Method = "GET",
    WhenQuery = "hub.mode",
    WhenEquals = "subscribe",
    TokenQuery = "hub.verify_token",
    TokenProperty = nameof(VerifyToken),
    EchoQuery = "hub.challenge"
)]
public sealed class SubscribedSignatureAttribute : SignatureAttribute
{
    public string? VerifyToken { get; set; }
}

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(Method = "HEAD")]
[Handshake(Method = "GET", Status = 202, Body = "pong")]
[Handshake(WhenBodyIsEmpty = true)]
public sealed class ProbedSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[CloudEventsHandshake]
public sealed class CloudEventsSignatureAttribute : SignatureAttribute;

/// <summary>As Asana asks.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(WhenHeader = "X-Hook-Secret", EchoHeader = "X-Hook-Secret", ReplyHeader = "X-Hook-Secret", InstallsSecret = true)]
[Handshake(WhenJsonPath = "verification_token", EchoJsonPath = "verification_token", InstallsSecret = true)]
public sealed class InstallingSignatureAttribute : SignatureAttribute;

/// <summary>The body holds the condition only.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(WhenJsonPath = "ping", Body = "pong")]
public sealed class ConditionSignatureAttribute : SignatureAttribute;

/// <summary>The body holds the value only.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(EchoJsonPath = "challenge")]
public sealed class ValueSignatureAttribute : SignatureAttribute;

/// <summary>Of two handshakes, one is answered without a signature as well.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(WhenJsonPath = "type", WhenEquals = "open", Body = "opened", AlsoUnsigned = true)]
[Handshake(WhenJsonPath = "type", WhenEquals = "closed", Body = "closed")]
public sealed class HalfOpenSignatureAttribute : SignatureAttribute;
