using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hooklatch.Providers;
using Hooklatch.Signing;
using Org.BouncyCastle.Crypto.Parameters;

namespace Hooklatch.Cli.Tests.Harness;

/// <summary>A new key of any preset: what signs, and what verifies.</summary>
/// <param name="Signing">The secret, or the private key.</param>
/// <param name="Verifying">The secret, or the public key.</param>
internal sealed record TestKeys(string Signing, string Verifying)
{
    private const string AesKey = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";

    /// <summary>What presets need besides, by the properties of their attributes.</summary>
    public static IReadOnlyDictionary<string, (string Name, string Value)[]> Settings { get; } =
        new Dictionary<string, (string, string)[]>
        {
            ["alipay"] = [("AppId", "2019073166072302")],
            ["aws-sns"] = [("TopicArns", "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic")],
            ["dingtalk"] = [("AesKey", AesKey), ("ReceiveId", "ding-suite")],
            ["paypal"] = [("WebhookId", "8PT597110X687430LKGECATA")],
            ["wecom"] = [("AesKey", AesKey), ("ReceiveId", "wx5823bf96d3bd56c7")],
        };

    /// <summary>A new key.</summary>
    public static TestKeys Of(string preset)
    {
        var attribute = (Presets.All.GetValueOrDefault(preset) ?? Ed25519Presets.All[preset])();
        var scheme = attribute.GetType().GetCustomAttributes(inherit: false).OfType<SignatureSchemeAttribute>().FirstOrDefault();
        if (attribute.CreateSigner().KeyKind is SignerKeyKind.PrivateKey)
        {
            return scheme switch
            {
                PublicKeySchemeAttribute<RsaSha256Key> => OfRsa(),
                PublicKeySchemeAttribute<EcdsaP256Sha256Key> => OfEcdsa(),
                PublicKeySchemeAttribute => OfEd25519(scheme),
                _ when preset is "circle" or "ebay" or "plaid" => OfEcdsa(),
                _ => OfRsa(),
            };
        }

        var secret =
            scheme?.KeyPrefix
            + scheme?.KeyEncoding switch
            {
                KeyEncoding.Base64 => Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)),
                KeyEncoding.Hex => Convert.ToHexString(RandomNumberGenerator.GetBytes(24)),
                _ when preset is "adyen" => Convert.ToHexString(RandomNumberGenerator.GetBytes(32)),
                _ => "It's a secret to everybody",
            };
        return new(secret, secret);
    }

    /// <summary>A certificate of the key, for endpoints that pin one.</summary>
    public string ToCertificate()
    {
        using var key = RSA.Create();
        key.ImportFromPem(Signing);
        var request = new CertificateRequest("CN=sns.amazonaws.com", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        return certificate.ExportCertificatePem();
    }

    private static TestKeys OfRsa()
    {
        using var key = RSA.Create(2048);
        return new(key.ExportPkcs8PrivateKeyPem(), key.ExportSubjectPublicKeyInfoPem());
    }

    private static TestKeys OfEcdsa()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(key.ExportPkcs8PrivateKeyPem(), Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
    }

    private static TestKeys OfEd25519(SignatureSchemeAttribute scheme)
    {
        var key = new Ed25519PrivateKeyParameters(RandomNumberGenerator.GetBytes(Ed25519PrivateKeyParameters.KeySize));
        var (own, shown) = (key.GetEncoded(), key.GeneratePublicKey().GetEncoded());
        return scheme.KeyEncoding is KeyEncoding.Hex
            ? new(Convert.ToHexString(own), Convert.ToHexString(shown))
            : new(Convert.ToBase64String(own), scheme.KeyPrefix + Convert.ToBase64String(shown));
    }
}
