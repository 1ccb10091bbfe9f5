using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hooklatch.Signing;
using Hooklatch.Testing;

namespace Hooklatch.Providers.Tests.Interop;

/// <summary>What <see cref="SignedRequest"/> signs is accepted by the vendors' own libraries, and nothing else of it.</summary>
public sealed class VendorVerifierTests
{
    private const string Body = """{"type":"order.made","text":"naïve – ✓"}""";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_000);
    private static readonly Uri Url = new("https://hooks.example.com/hook?foo=1");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_signed_for_a_vendor_is_accepted_by_its_library()
    {
        var standard = "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var secret = "polar_whs_" + Convert.ToHexString(RandomNumberGenerator.GetBytes(16)) + "!";
        (string Provider, string Secret, HttpRequestMessage Request)[] signed =
        [
            ("polar", standard, Sign<PolarSignatureAttribute>(standard)),
            ("polar", standard, Sign<PolarSignatureAttribute>(standard, new() { Scheme = 1 })),
            ("polar", secret, Sign<PolarSignatureAttribute>(secret)),
            ("standard-webhooks", standard, Sign<StandardWebhooksSignatureAttribute>(standard)),
            ("shopify", secret, Sign<ShopifySignatureAttribute>(secret, Shopify("X-"))),
            ("shopify", secret, Sign<ShopifySignatureAttribute>(secret, Shopify(""))),
            ("twilio", secret, Sign<TwilioSignatureAttribute>(secret, Twilio(), "B=2&A=1")),
            ("twilio", secret, Sign<TwilioSignatureAttribute>("token", Twilio(("SharedKey", secret)), "B=2&A=1")),
        ];
        var deliveries = await Task.WhenAll(signed.Select(one => LineOfAsync(one.Provider, one.Secret, one.Request)));

        Assert.Equal(signed.Select(one => $"{one.Provider}: true"), await VerifyAsync(signed, deliveries));
        Assert.Equal(
            signed.Select(one => $"{one.Provider}: false"),
            await VerifyAsync(signed, [.. deliveries.Select(delivery => Changed(delivery, "secret", secret + "x"))])
        );
        Assert.Equal(
            signed.Select(one => $"{one.Provider}: false"),
            await VerifyAsync(
                signed,
                [.. deliveries.Select(delivery => Changed(delivery, "body", Convert.ToBase64String(Encoding.UTF8.GetBytes("A=2"))))]
            )
        );
        Assert.True(signed[5].Request.Headers.Contains("Shopify-Hmac-SHA256"));
    }

    private static HttpRequestMessage Sign<TSignature>(string secret, SignedRequestOptions? options = null, string body = Body)
        where TSignature : ISignable, new() =>
        SignedRequest.For<TSignature>(secret, body, (options ?? new()) with { SignedAt = Now, Url = Url });

    /// <summary>What the library demands besides the signature; of Shopify Events, the headers tell by their names which it is.</summary>
    private static SignedRequestOptions Shopify(string prefix) =>
        new()
        {
            Headers = new[] { "Topic", "Shop-Domain", "Api-Version", "Webhook-Id", "Event-Id" }.ToDictionary(
                name => $"{prefix}Shopify-{name}",
                name => name == "Shop-Domain" ? "shop.myshopify.com" : "a"
            ),
        };

    private static SignedRequestOptions Twilio(params (string Name, string Value)[] settings) =>
        new()
        {
            ContentType = "application/x-www-form-urlencoded",
            Settings = settings.ToDictionary(setting => setting.Name, setting => setting.Value),
        };

    private static async Task<string> LineOfAsync(string provider, string secret, HttpRequestMessage request) =>
        new JsonObject
        {
            ["provider"] = provider,
            ["secret"] = secret,
            ["url"] = Url.OriginalString,
            ["headers"] = new JsonObject(
                request.Headers.Select(header => KeyValuePair.Create(header.Key, (JsonNode?)string.Join(',', header.Value)))
            ),
            ["body"] = Convert.ToBase64String(await request.Content!.ReadAsByteArrayAsync(Cancellation)),
        }.ToJsonString();

    private static string Changed(string delivery, string member, string value)
    {
        var changed = JsonNode.Parse(delivery)!;
        changed[member] = value;
        return changed.ToJsonString();
    }

    private static async Task<string[]> VerifyAsync(
        (string Provider, string Secret, HttpRequestMessage Request)[] signed,
        string[] deliveries
    )
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllLinesAsync(file, deliveries, Cancellation);
            var seconds = Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var output = await VendorSigners.RunAsync("verifiers.mjs", Cancellation, file, seconds);
            return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Zip(signed, (line, one) => $"{one.Provider}: {line}")];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
