using Hooklatch.Verification;

namespace Hooklatch.Tests.Plugin;

// Schemes of a user's own: each is data, read at compile time.

[HmacScheme(HmacAlgorithm.Sha1, Header = "X-Signature", Prefix = "sha1=")]
public sealed class Sha1SignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha384, Header = "X-Signature")]
public sealed class Sha384SignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha512, Header = "X-Signature", Encoding = SignatureEncoding.Base64)]
public sealed class Sha512SignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", Prefix = "v1,", Encoding = SignatureEncoding.Base64)]
public sealed class Base64SignatureAttribute : SignatureAttribute;

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
