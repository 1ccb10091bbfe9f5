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

    /// <summary>The presets that verify in code by a public key, with what makes a private one.</summary>
    public static IReadOnlyDictionary<string, Func<AsymmetricAlgorithm>> KeysOf { get; } =
        new Dictionary<string, Func<AsymmetricAlgorithm>>
        {
            ["Alipay"] = () => RSA.Create(2048),
            ["AwsSns"] = () => RSA.Create(2048),
            ["Circle"] = () => ECDsa.Create(ECCurve.NamedCurves.nistP256),
            ["EBay"] = () => ECDsa.Create(ECCurve.NamedCurves.nistP256),
            ["FusionAuth"] = () => RSA.Create(2048),
            ["PayPal"] = () => RSA.Create(2048),
            ["Plaid"] = () => ECDsa.Create(ECCurve.NamedCurves.nistP256),
        };

    /// <summary>What presets need besides the key, by their attribute's properties; and the same by the names that the sample gives it.</summary>
    private static readonly Dictionary<string, (string Property, string Setting, string Value)[]> SettingsOf = new()
    {
        ["Alipay"] = [("AppId", "AppId:0", "2019073166072302")],
        ["AwsSns"] = [("TopicArns", "TopicArns:0", "arn:aws:sns:us-west-2:131990247566:dongie-standard-topic")],
        ["DingTalk"] = [("AesKey", "AesKey:0", AesKey), ("ReceiveId", "ReceiveId", "ding-suite")],
        ["PayPal"] = [("WebhookId", "Secret:0", "8PT597110X687430LKGECATA")],
        ["WeCom"] = [("AesKey", "AesKey:0", AesKey), ("ReceiveId", "ReceiveId", "wx5823bf96d3bd56c7")],
    };

    private const string AesKey = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY";

    /// <param name="preset">The preset.</param>
    /// <param name="id">The delivery's id, wherever the preset has it.</param>
    /// <param name="about">What the delivery tells of, beside its id.</param>
    /// <param name="idPath">Where the body has the id; by default where the preset says.</param>
    public static async Task<Vector> OfAsync(Preset preset, string id = "delivery_1", string about = "", string? idPath = null)
    {
        var scheme = preset.Schemes is [var first, ..] ? first : null;
        var (body, contentType) = BodyOf(preset.Name, () => Body(scheme, idPath ?? preset.DeliveryId?.JsonPath, id, about));
        var settings = SettingsOf.GetValueOrDefault(preset.Name, []);
        var options = new SignedRequestOptions
        {
            Url = Url,
            ContentType = contentType,
            SignedAt = Now,
            DeliveryId = id,
            Event = "ping",
            Headers = SignedHeader.Matches(scheme?.SignedContent ?? "").ToDictionary(match => match.Groups[1].Value, _ => "signed"),
            Settings = settings.ToDictionary(setting => setting.Property, setting => setting.Value),
        };
        var (keys, secret, publicKey) = KeyFor(preset, scheme);
        using var request = SignedRequest.For(SignableOf(preset), keys, body, options);
        return await OfAsync(
            request,
            preset.Endpoint!,
            secret,
            publicKey,
            [.. settings.Select(setting => KeyValuePair.Create(setting.Setting, setting.Value))]
        );
    }

    /// <summary>A delivery with this body, signed with a new key.</summary>
    /// <param name="preset">The preset.</param>
    /// <param name="body">The body.</param>
    /// <param name="headers">What else its head says.</param>
    public static async Task<Vector> OfAsync(Preset preset, byte[] body, IReadOnlyDictionary<string, string> headers)
    {
        var options = new SignedRequestOptions
        {
            Url = Url,
            SignedAt = Now,
            Headers = headers,
        };
        var (keys, secret, publicKey) = KeyFor(preset, preset.Schemes is [var first, ..] ? first : null);
        using var request = SignedRequest.For(SignableOf(preset), keys, body, options);
        return await OfAsync(request, preset.Endpoint!, secret, publicKey);
    }

    /// <summary>A request as a delivery to an endpoint of the sample, with what the sample is to know.</summary>
    public static async Task<Vector> OfAsync(
        HttpRequestMessage request,
        string endpoint,
        string? secret,
        string? publicKey = null,
        KeyValuePair<string, string>[]? others = null
    ) =>
        new()
        {
            Provider = endpoint,
            Number = 0,
            IsValid = true,
            Secrets = secret is null ? [] : [secret],
            PublicKey = publicKey,
            Others = others ?? [],
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

    /// <summary>The preset's attribute, of a type that only this test's data names.</summary>
    public static ISignable SignableOf(Preset preset) =>
        preset.Attribute == typeof(FusionAuthSignatureAttribute)
            ? new FusionAuthSignatureAttribute(JwsAlgorithm.Rs256)
            : (ISignable)Activator.CreateInstance(preset.Attribute)!;

    /// <summary>A new key, with what the sample is to know of it: a secret or a public key.</summary>
    private static (SignerKeys Keys, string? Secret, string? PublicKey) KeyFor(Preset preset, SignatureSchemeAttribute? scheme)
    {
        if (scheme is PublicKeySchemeAttribute<RsaSha256Key>)
        {
            return OfPrivateKey(RSA.Create(2048));
        }

        if (scheme is PublicKeySchemeAttribute<EcdsaP256Sha256Key>)
        {
            return OfPrivateKey(ECDsa.Create(ECCurve.NamedCurves.nistP256));
        }

        if (KeysOf.TryGetValue(preset.Name, out var create))
        {
            return OfPrivateKey(create());
        }

        if (scheme is PublicKeySchemeAttribute)
        {
            var own = new Ed25519PrivateKeyParameters(RandomNumberGenerator.GetBytes(Ed25519PrivateKeyParameters.KeySize));
            var shown = own.GeneratePublicKey().GetEncoded();
            return preset.Schemes.Count > 1
                ? (SignerKeys.FromFunction(text => Sign(own, text)), null, scheme.KeyPrefix + Encode(shown))
                : (SignerKeys.FromText(Encode(own.GetEncoded())), null, Encode(shown));
        }

        var secret =
            (scheme?.KeyPrefix ?? "")
            + scheme?.KeyEncoding switch
            {
                KeyEncoding.Base64 => Convert.ToBase64String(RandomNumberGenerator.GetBytes(24)),
                KeyEncoding.Hex => Convert.ToHexString(RandomNumberGenerator.GetBytes(24)),
                _ when preset.Name is "Adyen" => Convert.ToHexString(RandomNumberGenerator.GetBytes(32)),
                _ => "It's a secret to everybody",
            };
        return (SignerKeys.FromText(secret), secret, null);

        string Encode(byte[] key) => scheme.KeyEncoding is KeyEncoding.Hex ? Convert.ToHexString(key) : Convert.ToBase64String(key);
    }

    /// <summary>Given as PEM, as a tool reads it from a file.</summary>
    private static (SignerKeys Keys, string? Secret, string? PublicKey) OfPrivateKey(AsymmetricAlgorithm key)
    {
        using (key)
        {
            return (
                SignerKeys.FromText(key.ExportPkcs8PrivateKeyPem()),
                null,
                key is RSA ? key.ExportSubjectPublicKeyInfoPem() : Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())
            );
        }
    }

    private static byte[] Sign(Ed25519PrivateKeyParameters key, byte[] text)
    {
        var signer = new Ed25519Signer();
        signer.Init(forSigning: true, key);
        signer.BlockUpdate(text, 0, text.Length);
        return signer.GenerateSignature();
    }

    private static (byte[] Body, string ContentType) BodyOf(string preset, Func<byte[]> usual) =>
        preset switch
        {
            "Adyen" => (
                """{"notificationItems":[{"NotificationRequestItem":{"eventCode":"AUTHORISATION","pspReference":"1","success":"true"}}]}"""u8.ToArray(),
                "application/json"
            ),
            "Alipay" => ("notify_id=1&notify_type=trade_status_sync&subject=a+b%26c"u8.ToArray(), "application/x-www-form-urlencoded"),
            "ExactOnline" => ("""{"Content":{"Topic":"Accounts","Action":"Update"}}"""u8.ToArray(), "application/json"),
            "Twilio" => ("From=%2B41&Body=a+b"u8.ToArray(), "application/x-www-form-urlencoded"),
            _ => (usual(), "application/json"),
        };

    /// <summary>A JSON object with a text wherever the scheme signs a value of the body, and the id where the preset has it.</summary>
    private static byte[] Body(SignatureSchemeAttribute? scheme, string? idPath, string id, string about)
    {
        var body = new JsonObject
        {
            ["id"] = "evt_1",
            ["type"] = "ping",
            ["about"] = about,
        };
        foreach (var path in SignedValue.Matches(scheme?.SignedContent ?? "").Select(match => match.Groups[1].Value))
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
