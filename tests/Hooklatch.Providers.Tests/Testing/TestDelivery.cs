using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hooklatch.Providers.Tests.Harness;
using Hooklatch.Providers.Tests.Presets;
using Hooklatch.Signing;
using Hooklatch.Testing;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;

namespace Hooklatch.Providers.Tests.Testing;

/// <summary>A delivery of any preset as <see cref="SignedRequest"/> makes it, with the key that the sample is to know.</summary>
internal static partial class TestDelivery
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    private static readonly Uri Url = new("https://hooks.example.com/hook");

    /// <param name="preset">The preset.</param>
    /// <param name="id">The delivery's id, wherever the preset has it.</param>
    /// <param name="about">What the delivery tells of, beside its id.</param>
    /// <param name="idPath">Where the body has the id; by default where the preset says.</param>
    public static async Task<Vector> OfAsync(Preset preset, string id = "delivery_1", string about = "", string? idPath = null)
    {
        var rule = preset.Schemes is [var first, ..] ? first : null;
        var body = Body(rule, idPath ?? preset.DeliveryId?.JsonPath, id, about);
        var (request, secret, publicKey) =
            rule is PublicKeySchemeAttribute ? SignWithKey(preset, rule, body, id) : SignWithSecret(preset, rule, body, id);
        using (request)
        {
            return new Vector
            {
                Provider = preset.Endpoint!,
                Number = 0,
                IsValid = true,
                Secrets = secret is null ? [] : [secret],
                PublicKey = publicKey,
                Others = [],
                Now = Now,
                Method = request.Method.Method,
                Url = request.RequestUri!.OriginalString,
                Headers =
                [
                    .. request
                        .Headers.Concat(request.Content!.Headers)
                        .Where(header => header.Key != "Content-Length")
                        .SelectMany(header => header.Value.Select(value => KeyValuePair.Create(header.Key, value))),
                ],
                Body = await request.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken),
                Answer = null,
                Note = "made by Hooklatch.Testing",
            };
        }
    }

    private static (HttpRequestMessage, string?, string?) SignWithSecret(
        Preset preset,
        SignatureSchemeAttribute? rule,
        byte[] body,
        string id
    )
    {
        var secret =
            (rule?.KeyPrefix ?? "")
            + rule?.KeyEncoding switch
            {
                KeyEncoding.Base64 => Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)),
                KeyEncoding.Hex => Convert.ToHexString(RandomNumberGenerator.GetBytes(24)),
                _ => "It's a secret to everybody",
            };
        return (Call(preset, typeof(string), secret, typeof(byte[]), body, Options(rule, id)), secret, null);
    }

    private static (HttpRequestMessage, string?, string?) SignWithKey(Preset preset, SignatureSchemeAttribute rule, byte[] body, string id)
    {
        if (rule is PublicKeySchemeAttribute<RsaSha256Key>)
        {
            using var rsa = RSA.Create(2048);
            return (
                Call(preset, typeof(AsymmetricAlgorithm), rsa, typeof(byte[]), body, Options(rule, id)),
                null,
                rsa.ExportSubjectPublicKeyInfoPem()
            );
        }

        if (rule is PublicKeySchemeAttribute<EcdsaP256Sha256Key>)
        {
            using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var key = Convert.ToBase64String(curve.ExportSubjectPublicKeyInfo());
            return (Call(preset, typeof(AsymmetricAlgorithm), curve, typeof(byte[]), body, Options(rule, id)), null, key);
        }

        var own = new Ed25519PrivateKeyParameters(RandomNumberGenerator.GetBytes(Ed25519PrivateKeyParameters.KeySize));
        Func<byte[], byte[]> sign = text =>
        {
            var signer = new Ed25519Signer();
            signer.Init(forSigning: true, own);
            signer.BlockUpdate(text, 0, text.Length);
            return signer.GenerateSignature();
        };
        var shown = own.GeneratePublicKey().GetEncoded();
        var text = rule.KeyPrefix + (rule.KeyEncoding is KeyEncoding.Hex ? Convert.ToHexString(shown) : Convert.ToBase64String(shown));
        return (Call(preset, typeof(Func<byte[], byte[]>), sign, typeof(byte[]), body, Options(rule, id)), null, text);
    }

    /// <summary><c>SignedRequest.For&lt;TSignature&gt;</c>, for a type that only this test's data names.</summary>
    private static HttpRequestMessage Call(
        Preset preset,
        Type keyType,
        object key,
        Type bodyType,
        byte[] body,
        SignedRequestOptions options
    ) =>
        (HttpRequestMessage)
            typeof(SignedRequest)
                .GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Single(method => method.GetParameters()[0].ParameterType == keyType && method.GetParameters()[1].ParameterType == bodyType)
                .MakeGenericMethod(preset.Attribute)
                .Invoke(null, [key, body, options])!;

    private static SignedRequestOptions Options(SignatureSchemeAttribute? rule, string id) =>
        new()
        {
            Url = Url,
            SignedAt = Now,
            DeliveryId = id,
            Event = "ping",
            Headers = SignedHeader.Matches(rule?.SignedContent ?? "").ToDictionary(match => match.Groups[1].Value, _ => "signed"),
        };

    /// <summary>A JSON object with a text wherever the rule signs a value of the body, and the id where the preset has it.</summary>
    private static byte[] Body(SignatureSchemeAttribute? rule, string? idPath, string id, string about)
    {
        var body = new JsonObject
        {
            ["id"] = "evt_1",
            ["type"] = "ping",
            ["about"] = about,
        };
        foreach (var path in SignedValue.Matches(rule?.SignedContent ?? "").Select(match => match.Groups[1].Value))
        {
            Set(body, path, "signed");
        }

        if (idPath is not null)
        {
            Set(body, idPath, id);
        }

        return Encoding.UTF8.GetBytes(body.ToJsonString());
    }

    private static void Set(JsonObject body, string path, string value)
    {
        var names = path.Split('.');
        var scope = (JsonNode)body;
        foreach (var name in names[..^1])
        {
            scope = scope[name] ??= new JsonObject();
        }

        scope[names[^1]] = value;
    }

    [GeneratedRegex(@"\{header:([^}]+)\}")]
    private static partial Regex SignedHeader { get; }

    [GeneratedRegex(@"\{body:([^}|]+)[^}]*\}")]
    private static partial Regex SignedValue { get; }
}
