using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Signing;
using Hooklatch.Signing.Keys;

namespace Hooklatch.Tests.Providers;

/// <summary>Signs tokens as a provider would, with a key for each algorithm.</summary>
internal static class SignedToken
{
    public const string Secret = "a secret of the tests";

    public static RSA Rsa { get; } = RSA.Create(2048);

    private static readonly Dictionary<JwsAlgorithm, ECDsa> Curves = new()
    {
        [JwsAlgorithm.Es256] = ECDsa.Create(ECCurve.NamedCurves.nistP256),
        [JwsAlgorithm.Es384] = ECDsa.Create(ECCurve.NamedCurves.nistP384),
        [JwsAlgorithm.Es512] = ECDsa.Create(ECCurve.NamedCurves.nistP521),
    };

    public static ECDsa Curve(JwsAlgorithm algorithm) => Curves[algorithm];

    public static string Pem(JwsAlgorithm algorithm) =>
        Curves.TryGetValue(algorithm, out var curve) ? curve.ExportSubjectPublicKeyInfoPem() : Rsa.ExportSubjectPublicKeyInfoPem();

    /// <summary>The key as a JWK, with whatever else it says.</summary>
    public static string Jwk(JwsAlgorithm algorithm, params (string Name, string Value)[] members)
    {
        var key = new Dictionary<string, string>();
        if (Curves.TryGetValue(algorithm, out var curve))
        {
            var point = curve.ExportParameters(includePrivateParameters: false).Q;
            key["kty"] = "EC";
            key["crv"] = algorithm switch
            {
                JwsAlgorithm.Es256 => "P-256",
                JwsAlgorithm.Es384 => "P-384",
                _ => "P-521",
            };
            key["x"] = Base64Url.EncodeToString(point.X);
            key["y"] = Base64Url.EncodeToString(point.Y);
        }
        else
        {
            var numbers = Rsa.ExportParameters(includePrivateParameters: false);
            key["kty"] = "RSA";
            key["n"] = Base64Url.EncodeToString(numbers.Modulus);
            key["e"] = Base64Url.EncodeToString(numbers.Exponent);
        }

        foreach (var (name, value) in members)
        {
            key[name] = value;
        }

        return JsonSerializer.Serialize(key);
    }

    public static string Of(JwsAlgorithm algorithm, string claims, string? keyId = null, string more = "")
    {
        var kid = keyId is null ? "" : $$""","kid":"{{keyId}}" """;
        var header = $$"""{"alg":"{{algorithm.Name()}}"{{kid}}{{more}}}""";
        var text = $"{Encode(header)}.{Encode(claims)}";
        return $"{text}.{Base64Url.EncodeToString(Sign(algorithm, Encoding.ASCII.GetBytes(text)))}";
    }

    private static byte[] Sign(JwsAlgorithm algorithm, byte[] text)
    {
        var hash = new HashAlgorithmName("SHA" + algorithm.Name()[2..]);
        return algorithm.IsSymmetric() ? CryptographicOperations.HmacData(hash, Encoding.UTF8.GetBytes(Secret), text)
            : Curves.TryGetValue(algorithm, out var curve) ? curve.SignData(text, hash)
            : Rsa.SignData(text, hash, RSASignaturePadding.Pkcs1);
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
