using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Tests.Verification;

// Schemes of a user's own: each is data, read at compile time.

[HmacScheme(HmacAlgorithm.Sha1, Header = "X-Signature", Prefix = "sha1=")]
public sealed class Sha1SignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha384, Header = "X-Signature")]
public sealed class Sha384SignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha512, Header = "X-Signature", Encoding = SignatureEncoding.Base64)]
public sealed class Sha512SignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", Prefix = "v1,", Encoding = SignatureEncoding.Base64)]
public sealed class Base64SignatureAttribute : SignatureAttribute;

/// <summary>Behind an authentication scheme, as the outgoing webhooks of Microsoft Teams sign.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "Authorization", Prefix = "HMAC ", Encoding = SignatureEncoding.Base64)]
public sealed class AuthorizationSignatureAttribute : SignatureAttribute;

/// <summary>Headers that go by two names, of which a delivery uses one.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Acme-Signature|Acme-Signature")]
[EventFrom(Header = "X-Acme-Event|Acme-Event")]
[DeliveryIdFrom(Header = "X-Acme-Id|Acme-Id")]
public sealed partial class RenamedSignatureAttribute : SignatureAttribute;

/// <summary>A secret that is a key as it is written, and one that is hexadecimal.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", KeyEncoding = KeyEncoding.Hex, KeyPrefix = "key_")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
public sealed partial class TwoReadingsSignatureAttribute : SignatureAttribute;

/// <summary>A weaker scheme where a header is absent, and a stronger one where it names that.</summary>
[HmacScheme(HmacAlgorithm.Sha1, Header = "X-Signature", WhenHeader = "X-Algorithm")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", WhenHeader = "X-Algorithm", WhenEquals = "sha256")]
public sealed class SelectedSignatureAttribute : SignatureAttribute;

/// <summary>A timestamp in a header that each use names, or does not.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{timestamp}:{body}")]
[TimestampFrom(HeaderProperty = nameof(TimeHeader), ToleranceSeconds = 300)]
public sealed partial class ChosenTimeSignatureAttribute : SignatureAttribute
{
    public string? TimeHeader { get; set; }
}

/// <summary>Answers that the provider fixes: a header of each, and nothing but the status for what is not verified.</summary>
[TokenScheme(Header = "X-Token")]
[InvalidStatus(404, HasNoBody = true)]
[ReplyHeader("X-Fixed", "always")]
[ReplyHeader("X-Code", ValueProperty = nameof(Code))]
public sealed class FixedAnswerSignatureAttribute : SignatureAttribute
{
    public string? Code { get; set; }
}

/// <summary>As Slack signs.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", Prefix = "v0=", SignedContent = "v0:{timestamp}:{body}")]
[TimestampFrom(Header = "X-Timestamp", ToleranceSeconds = 300)]
public sealed class TimestampedSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{body}|{timestamp}")]
[TimestampFrom(Header = "X-Timestamp", Unit = TimeUnit.Milliseconds, ToleranceSeconds = 1)]
public sealed class MillisecondSignatureAttribute : SignatureAttribute;

/// <summary>As Standard Webhooks sign, less the list of signatures.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{header:X-Id}.{timestamp}.{body}")]
[TimestampFrom(Header = "X-Timestamp", ToleranceSeconds = 300)]
[DeliveryIdFrom(Header = "X-Id")]
public sealed class IdentifiedSignatureAttribute : SignatureAttribute;

/// <summary>With a separator of two equal characters, which can be split in the middle.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{header:X-Id}::{body}")]
public sealed class WideSeparatorSignatureAttribute : SignatureAttribute;

/// <summary>An id behind the body.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{body}.{header:X-Id}")]
public sealed class TrailingSignatureAttribute : SignatureAttribute;

/// <summary>As Basic authentication writes a token.</summary>
[TokenScheme(Header = "Authorization", Prefix = "Basic ", IsBase64 = true)]
public sealed class BasicTokenAttribute : SignatureAttribute;

/// <summary>With an event in a header.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[EventFrom(Header = "X-Event")]
public sealed class EventSignatureAttribute : SignatureAttribute;

/// <summary>A handshake that its verifier answers, on a scheme whose verifier answers none.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(Method = "GET", WhenQuery = "q", ByVerifier = true)]
public sealed class ByVerifierSignatureAttribute : SignatureAttribute;

/// <summary>A handshake whose answer is empty, beside an acknowledgement that is not.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[Handshake(WhenHeader = "X-Hook-Secret", EchoHeader = "X-Hook-Secret", ReplyHeader = "X-Hook-Secret")]
[Acknowledge(202, "taken")]
public sealed class AcknowledgedHandshakeSignatureAttribute : SignatureAttribute;

/// <summary>An id that is signed, and so is no secret.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Seal", SignedContent = "{header:X-Id}.{body}")]
public sealed class SignedIdSignatureAttribute : SignatureAttribute;

/// <summary>Signatures in numbered headers.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Proof-", IsNumbered = true)]
public sealed class NumberedIdSignatureAttribute : SignatureAttribute;
