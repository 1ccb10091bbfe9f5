using System.Security.Cryptography;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;

namespace Hooklatch.Tests.Verification.Schemes;

// One signature attribute for each thing that a scheme can say.

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", Field = "v1", SignedContent = "{timestamp}.{body}")]
[TimestampFrom(Field = "t", ToleranceSeconds = 300)]
public sealed class FieldSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", Field = "h1", ItemSeparator = ';', FieldSeparator = ':')]
public sealed class SemicolonSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature-", IsNumbered = true)]
public sealed class NumberedSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-One")]
[HmacScheme(HmacAlgorithm.Sha512, Header = "X-Two", Encoding = SignatureEncoding.Base64)]
public sealed class AnySignatureAttribute : SignatureAttribute;

[RequireAllSchemes]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-One")]
[HmacScheme(HmacAlgorithm.Sha512, Header = "X-Two", Encoding = SignatureEncoding.Base64)]
public sealed class AllSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", WhenHeader = "X-Version", WhenEquals = "1")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "2|{body}", WhenHeader = "X-Version", WhenEquals = "2")]
public sealed class VersionedSignatureAttribute : SignatureAttribute;

[RequireHeader("X-Version", "2")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
public sealed class RequiringSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-One", SecretIndex = 0)]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Two", SecretIndex = 1)]
public sealed class IndexedSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", KeyEncoding = KeyEncoding.Base64, KeyPrefix = "whsec_")]
public sealed class Base64KeySignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", KeyEncoding = KeyEncoding.Hex)]
public sealed class HexKeySignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", KeyPrefix = "key:")]
public sealed class PrefixedKeySignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", Encoding = SignatureEncoding.Base64Url)]
public sealed class Base64UrlSignatureAttribute : SignatureAttribute;

[DigestScheme(DigestAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{body}.{secret}")]
public sealed class DigestSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{method} {url} {body}")]
public sealed class UrlSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{query:ts}|{query:nonce}|{body}")]
public sealed class QuerySignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, JsonPath = "signature", SignedContent = "{body:id}|{body:amount}")]
public sealed class BodySignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{header:X-Nonce}|{body:id}")]
public sealed class PartOfBodySignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature")]
[TimestampFrom(JsonPath = "sent.at", Unit = TimeUnit.Iso8601, ToleranceSeconds = 60, FutureToleranceSeconds = 10)]
public sealed class BodyTimeSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{timestamp}|{body}")]
[TimestampFrom(Header = "X-Timestamp", Unit = TimeUnit.Iso8601, ToleranceSeconds = 60, FutureToleranceSeconds = 10)]
public sealed class DateSignatureAttribute : SignatureAttribute;

[PublicKeyScheme<EcdsaP256Sha256Key>(Header = "X-Signature", Encoding = SignatureEncoding.Base64, KeyEncoding = KeyEncoding.Base64)]
public sealed class EcdsaSignatureAttribute : SignatureAttribute;

[PublicKeyScheme<EcdsaP256Sha256Key>(
    Header = "X-Signature",
    Encoding = SignatureEncoding.Base64,
    KeyEncoding = KeyEncoding.Base64,
    SignedContent = "{header:X-Before}.{body}::{header:X-After}"
)]
[DeliveryIdFrom(Header = "X-Id")]
public sealed class EcdsaTextSignatureAttribute : SignatureAttribute;

[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Signature", SignedContent = "{body}|{header:X-One}|{header:X-Two}")]
public sealed class TwoTrailingSignatureAttribute : SignatureAttribute;

[PublicKeyScheme<RsaSha256Key>(Header = "X-Signature", Encoding = SignatureEncoding.Base64, KeyEncoding = KeyEncoding.Base64)]
public sealed class RsaSignatureAttribute : SignatureAttribute;

[PublicKeyScheme<RsaSha256Key>(Header = "X-Signature", Encoding = SignatureEncoding.Base64, HashedTwice = true)]
public sealed class HashedTwiceSignatureAttribute : SignatureAttribute;

[PublicKeyScheme<WholeTextKey>(
    Header = "X-Signature",
    Encoding = SignatureEncoding.Base64,
    KeyEncoding = KeyEncoding.Base64,
    SignedContent = "<{body}>"
)]
public sealed class WholeTextSignatureAttribute : SignatureAttribute;

/// <summary>An algorithm that signs the text itself, as Ed25519 does: ECDSA over all of it.</summary>
public sealed class WholeTextKey : IVerificationKey<WholeTextKey>
{
    private readonly ECDsa _key;

    private WholeTextKey(ECDsa key) => _key = key;

    static string IVerificationKey<WholeTextKey>.Algorithm => "WHOLE-TEXT";

    static HashAlgorithmName? IVerificationKey<WholeTextKey>.Hash => null;

    public static WholeTextKey? Import(ReadOnlySpan<byte> key)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(key, out _);
            return new WholeTextKey(ecdsa);
        }
        catch (CryptographicException)
        {
            ecdsa.Dispose();
            return null;
        }
    }

    public bool Verify(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature) =>
        _key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => _key.Dispose();
}
