using System.Text;
using Hooklatch.Tests.Hosting;
using Rfc8032 = Org.BouncyCastle.Math.EC.Rfc8032.Ed25519;

namespace Hooklatch.Tests.Providers;

/// <summary>Providers that sign with Ed25519, over HTTP.</summary>
public sealed class Ed25519SignatureTests(Ed25519SignatureTests.KeyedHost shared) : IClassFixture<Ed25519SignatureTests.KeyedHost>
{
    private const string Body = """{"type":"user.created"}""";
    private static readonly string Now = $"{1_700_000_000}";

    // RFC 8032 section 7.1, test 1.
    private static readonly byte[] PrivateKey = Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    private static readonly byte[] PublicKey = Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    private readonly WebhookHost _host = shared.Fresh;

    public static TheoryData<string, int> Vectors =>
        [.. new[] { "discord", "standard-webhooks", "svix" }.SelectMany(name => CodeVector.Numbers(name).Select(row => (name, row.Data)))];

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task What_the_vendors_sign_verifies(string provider, int number)
    {
        var vector = CodeVector.Of(provider)[number];
        await using var host = await WebhookHost.StartAsync(
            settings:
            [
                (WebhookHost.Settings + "DiscordPublicKey", vector.Text("publicKey")),
                (WebhookHost.Settings + "Ed25519PublicKey", vector.Secret),
            ]
        );
        if ((long?)vector.Json["now"] is { } now)
        {
            host.Time.AdjustTime(DateTimeOffset.FromUnixTimeSeconds(now));
        }

        var answer = await host.PostAsync(provider == "discord" ? "/discord" : $"/{provider}-ed25519", vector.Body, vector.Request.Headers);

        Assert.Equal(
            vector.IsValid ? 200
                : provider == "discord" ? 401
                : 403,
            (int)answer.StatusCode
        );
    }

    [Fact]
    public async Task Either_signature_of_a_list_verifies_where_both_keys_are_named()
    {
        var v1 =
            "v1,"
            + Convert.ToBase64String(
                System.Security.Cryptography.HMACSHA256.HashData("secret"u8, Encoding.UTF8.GetBytes($"m.{Now}.{Body}"))
            );
        var v1a = "v1a," + Sign($"m.{Now}.{Body}");

        foreach (var list in new[] { v1, v1a, $"{v1} {v1a}", $"v1,AAAA {v1a}", $"v2,x {v1}" })
        {
            await PostAsync("/standard-webhooks-both", list).IsAsync(200);
        }

        await PostAsync("/standard-webhooks-both", "v1a," + v1[3..]).IsProblemAsync(403, "Invalid signature");
        await PostAsync("/standard-webhooks-both", "v1," + v1a[4..]).IsProblemAsync(403, "Invalid signature");
        await PostAsync("/standard-webhooks-ed25519", v1).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task Whatever_is_signed_cannot_be_changed()
    {
        var signature = "v1a," + Sign($"m.{Now}.{Body}");

        await PostAsync("/standard-webhooks-ed25519", signature, body: Body + " ").IsProblemAsync(403, "Invalid signature");
        await PostAsync("/standard-webhooks-ed25519", signature, id: "n").IsProblemAsync(403, "Invalid signature");
        await PostAsync("/standard-webhooks-ed25519", signature, at: "1700000001").IsProblemAsync(403, "Invalid signature");
        await PostAsync("/standard-webhooks-ed25519", signature, at: "1699999699").IsProblemAsync(403, "Timestamp outside tolerance");
        await PostAsync("/standard-webhooks-ed25519", "v1a,").IsProblemAsync(403, "Invalid signature");
        await _host.PostAsync("/standard-webhooks-ed25519", Body).IsProblemAsync(400, "Missing signature");
    }

    [Fact]
    public async Task Token_io_signs_the_body_in_base64url()
    {
        var signature = Sign(Body).Replace('+', '-').Replace('/', '_').TrimEnd('=');

        await _host.PostAsync("/token-io", Body, ("token-signature", signature), ("token-event", "PAYMENT_STATUS_CHANGED")).IsAsync(200);
        Assert.Equal("PAYMENT_STATUS_CHANGED", Assert.Single(_host.Deliveries.Handled).Event);
        await _host.PostAsync("/token-io", Body + " ", ("token-signature", signature)).IsProblemAsync(403, "Invalid signature");
    }

    private Task<HttpResponseMessage> PostAsync(
        string endpoint,
        string signature,
        string body = Body,
        string id = "m",
        string at = "1700000000"
    ) => _host.PostAsync(endpoint, body, ("webhook-id", id), ("webhook-timestamp", at), ("webhook-signature", signature));

    private static string Sign(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var signature = new byte[64];
        Rfc8032.Sign(PrivateKey, 0, message, 0, message.Length, signature, 0);
        return Convert.ToBase64String(signature);
    }

    public sealed class KeyedHost : IAsyncLifetime
    {
        private WebhookHost? _host;

        internal WebhookHost Fresh
        {
            get
            {
                _host!.Deliveries.Forget();
                return _host;
            }
        }

        public async ValueTask InitializeAsync() =>
            _host = await WebhookHost.StartAsync(
                settings:
                [
                    (WebhookHost.Settings + "DiscordPublicKey", Convert.ToHexStringLower(PublicKey)),
                    (WebhookHost.Settings + "Ed25519PublicKey", "whpk_" + Convert.ToBase64String(PublicKey)),
                    (
                        WebhookHost.Settings + "TokenIoPublicKey",
                        Convert.ToBase64String(PublicKey).Replace('+', '-').Replace('/', '_').TrimEnd('=')
                    ),
                    (WebhookHost.Settings + "SymmetricSecret", "whsec_" + Convert.ToBase64String("secret"u8)),
                ]
            );

        public ValueTask DisposeAsync() => _host!.DisposeAsync();
    }
}
