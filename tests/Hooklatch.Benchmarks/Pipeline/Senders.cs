using System.Security.Cryptography;
using Hooklatch.Benchmarks.Uploads;
using Hooklatch.Providers;
using Hooklatch.Testing;

namespace Hooklatch.Benchmarks.Pipeline;

/// <summary>The providers of this process: their keys, and their signed requests.</summary>
internal static class Senders
{
    private static readonly ECDsa Ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly RSA Rsa = RSA.Create(2048);

    private static string StandardSecret => "whsec_" + Convert.ToBase64String(new byte[32]);

    /// <summary>What the plugin needs to know of them.</summary>
    public static IEnumerable<KeyValuePair<string, string?>> Configuration(string section) =>
        [
            new($"{section}:Secret", SignedUpload.Secret),
            new($"{section}:StandardSecret", StandardSecret),
            new($"{section}:EcdsaKey", Convert.ToBase64String(Ecdsa.ExportSubjectPublicKeyInfo())),
            new($"{section}:RsaKey", Rsa.ExportSubjectPublicKeyInfoPem()),
        ];

    /// <summary>The headers of a request that is signed now.</summary>
    public static (string Name, string Value)[] Sign(string endpoint, byte[] body)
    {
        using var request = endpoint switch
        {
            "/slack" => SignedRequest.For<SlackSignatureAttribute>(SignedUpload.Secret, body),
            "/stripe" => SignedRequest.For<StripeSignatureAttribute>(SignedUpload.Secret, body),
            "/standard-webhooks" => SignedRequest.For<StandardWebhooksSignatureAttribute>(StandardSecret, body),
            "/ecdsa" => SignedRequest.For<SendGridSignatureAttribute>(Ecdsa, body),
            "/rsa" => SignedRequest.For<BridgeXyzSignatureAttribute>(Rsa, body),
            _ => throw new ArgumentException($"Nobody sends to {endpoint}.", nameof(endpoint)),
        };
        return
        [
            .. request
                .Headers.Concat(request.Content!.Headers)
                .Where(header => header.Key != "Content-Length")
                .Select(header => (header.Key, header.Value.Single())),
        ];
    }
}
