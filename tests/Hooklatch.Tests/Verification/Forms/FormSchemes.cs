using Hooklatch.Signing;

namespace Hooklatch.Tests.Verification.Forms;

// One signature attribute for each thing that a scheme can read of a form.

/// <summary>Everything stands in fields, and only two of them are signed.</summary>
[HmacScheme(HmacAlgorithm.Sha256, FormField = "sig", Prefix = "v1=", SignedContent = "{timestamp}.{form:id}.{form:amount}")]
[TimestampFrom(FormField = "ts", ToleranceSeconds = 300)]
[DeliveryIdFrom(FormField = "id")]
[EventFrom(FormField = "kind")]
public sealed class FieldsSignatureAttribute : SignatureAttribute;

/// <summary>JSON or a form, by one scheme.</summary>
[HmacScheme(HmacAlgorithm.Sha256, JsonPath = "auth.sig", FormField = "sig", SignedContent = "{timestamp}{id}")]
[TimestampFrom(JsonPath = "auth.ts", FormField = "ts", ToleranceSeconds = 300)]
[DeliveryIdFrom(JsonPath = "auth.id", FormField = "id")]
public sealed class EitherBodySignatureAttribute : SignatureAttribute;

/// <summary>JSON or a form, by two schemes.</summary>
[HmacScheme(HmacAlgorithm.Sha256, JsonPath = "sig", SignedContent = "j.{body:id}")]
[HmacScheme(HmacAlgorithm.Sha256, FormField = "sig", SignedContent = "f.{form:id}")]
public sealed class TwoBodiesSignatureAttribute : SignatureAttribute;

/// <summary>The signature of a field stands in a header.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{form:data}")]
[FormEnvelope("data")]
public sealed class OneFieldSignatureAttribute : SignatureAttribute;

/// <summary>As Gitea, with a time before the payload, and a handshake that signs what it is asked.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{header:X-Nonce}.{payload}.{method}")]
[FormEnvelope("data")]
[EventFrom(JsonPath = "type")]
[DeliveryIdFrom(JsonPath = "id")]
public sealed class PayloadSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{payload}")]
[FormEnvelope("data")]
[Handshake(Method = "GET", WhenQuery = "c", EchoQuery = "c", Mac = HandshakeMac.HmacSha256Hex, Body = "{mac}")]
public sealed class PayloadOracleSignatureAttribute : SignatureAttribute;

/// <summary>The form is signed as it is, and its fields say what it is.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[EventFrom(FormField = "kind")]
[DeliveryIdFrom(FormField = "id")]
[Handshake(WhenFormField = "challenge", EchoFormField = "challenge")]
[Handshake(
    WhenHeader = "X-Kind",
    WhenHeaderEquals = "test",
    WhenFormField = "ping",
    WhenFormEquals = "1",
    AlsoUnsigned = true,
    Status = 202
)]
public sealed class NamedFormSignatureAttribute : SignatureAttribute;

/// <summary>The same in JSON.</summary>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[EventFrom(JsonPath = "event.type|type", ActionJsonPath = "action")]
[DeliveryIdFrom(JsonPath = "id")]
public sealed class NamedJsonSignatureAttribute : SignatureAttribute;
