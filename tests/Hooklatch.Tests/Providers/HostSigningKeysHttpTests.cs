using System.Security.Cryptography;
using System.Text;
using Hooklatch.Signing;
using Hooklatch.Tests.Hosting;
using Hooklatch.Verification.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Providers;

/// <summary>A host that has an account with Circle, Plaid and eBay tells their keys to endpoints that name none.</summary>
public sealed class HostSigningKeysHttpTests
{
    private const string Body = """{"notificationId":"1","webhook_type":"AUTH"}""";
    private static readonly ECDsa Key = SignedToken.Curve(JwsAlgorithm.Es256);

    [Theory]
    [InlineData("/circle")]
    [InlineData("/plaid")]
    [InlineData("/ebay")]
    public async Task A_delivery_is_verified_with_the_key_that_the_host_asked_for(string endpoint)
    {
        await using var host = await StartAsync(builder =>
            builder
                .Services.AddSingleton<Account>()
                .AddWebhookSigningKeys<CircleSignatureAttribute, AccountKeys>()
                .AddWebhookSigningKeys<PlaidSignatureAttribute, AccountKeys>()
                .AddWebhookSigningKeys<EBaySignatureAttribute>(services => new AccountKeys(services.GetRequiredService<Account>()))
        );

        await PostAsync(host, endpoint, Body).IsAsync(200);
        await PostAsync(host, endpoint, Body).IsAsync(200);
        await PostAsync(host, endpoint, Body, sent: Body + " ").IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, endpoint, Body, keyId: "k2").IsProblemAsync(403, "Invalid signature");
        Assert.Equal(["k1", "k2"], host.App.Services.GetRequiredService<Account>().Asked);
        Assert.DoesNotContain(endpoint, Missing(host));
    }

    [Fact]
    public async Task A_source_that_cannot_be_asked_has_the_provider_try_again()
    {
        await using var host = await StartAsync(builder =>
            builder.Services.AddWebhookSigningKeys<CircleSignatureAttribute>(_ => new SilentKeys())
        );

        var answer = await PostAsync(host, "/circle", Body);

        Assert.Equal((503, 30), ((int)answer.StatusCode, (int?)answer.Headers.RetryAfter?.Delta?.TotalSeconds));
        Assert.Empty(host.Deliveries.Handled);
    }

    [Fact]
    public async Task Without_a_source_it_is_500_and_the_start_up_report_says_so()
    {
        await using var host = await StartAsync();

        await PostAsync(host, "/circle", Body).IsProblemAsync(500, "Webhook secret not configured");
        Assert.Contains("/circle", Missing(host));
        Assert.Contains("/plaid", Missing(host));
        Assert.Contains("/ebay", Missing(host));
    }

    private static Task<WebhookHost> StartAsync(Action<WebApplicationBuilder>? configure = null) =>
        WebhookHost.StartAsync(configure, settings: (WebhookHost.Settings + "CodeSecret", "a verification token"));

    private static string[] Missing(WebhookHost host) =>
        [.. host.Log.Named("EndpointLacksSecret").Select(warning => (string)warning.Fields["Endpoint"]!)];

    private static Task<HttpResponseMessage> PostAsync(
        WebhookHost host,
        string endpoint,
        string signed,
        string? sent = null,
        string keyId = "k1"
    ) => host.PostAsync(endpoint, sent ?? signed, Headers(endpoint, signed, keyId, host.Time.GetUtcNow().ToUnixTimeSeconds()));

    private static (string, string)[] Headers(string endpoint, string body, string keyId, long now)
    {
        switch (endpoint)
        {
            case "/circle":
                return [("X-Circle-Signature", Sign(body, HashAlgorithmName.SHA256)), ("X-Circle-Key-Id", keyId)];
            case "/ebay":
                var text = $$"""{"alg":"ecdsa","kid":"{{keyId}}","signature":"{{Sign(body, HashAlgorithmName.SHA1)}}","digest":"SHA1"}""";
                return [("X-EBAY-SIGNATURE", Convert.ToBase64String(Encoding.UTF8.GetBytes(text)))];
            default:
                var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
                var claims = $$"""{"iat":{{now}},"request_body_sha256":"{{hash}}"}""";
                return [("Plaid-Verification", SignedToken.Of(JwsAlgorithm.Es256, claims, keyId))];
        }
    }

    private static string Sign(string body, HashAlgorithmName hash) =>
        Convert.ToBase64String(Key.SignData(Encoding.UTF8.GetBytes(body), hash, DSASignatureFormat.Rfc3279DerSequence));

    /// <summary>What knows how to ask the provider, with whatever credentials that takes.</summary>
    public sealed class Account
    {
        public List<string> Asked { get; } = [];

        public string? KeyOf(string name)
        {
            Asked.Add(name);
            return name == "k1" ? SignedToken.Jwk(JwsAlgorithm.Es256, ("kid", name)) : null;
        }
    }

    public sealed class AccountKeys(Account account) : ISigningKeySource
    {
        public ValueTask<SigningKeys> FindAsync(SigningKeyRequest request, CancellationToken cancellation) =>
            new(account.KeyOf(request.KeyId) is { } key ? SigningKeys.Read(key) : SigningKeys.None);
    }

    private sealed class SilentKeys : ISigningKeySource
    {
        public ValueTask<SigningKeys> FindAsync(SigningKeyRequest request, CancellationToken cancellation) => new(SigningKeys.Unavailable);
    }
}
