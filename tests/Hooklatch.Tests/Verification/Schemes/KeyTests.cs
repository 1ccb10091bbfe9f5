using System.Security.Cryptography;
using System.Text;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>How secrets are written in the configuration, and how they are rotated.</summary>
public sealed class KeyTests
{
    private const string Body = """{"a":1}""";
    private const string Keys = WebhookHost.Settings + nameof(GateConfig.Keys);
    private const string EncodedKeys = WebhookHost.Settings + nameof(GateConfig.EncodedKeys);
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(24);

    public static TheoryData<string, string> Readable =>
        new()
        {
            { "/schemes/base64-key", "whsec_" + Convert.ToBase64String(Key) },
            { "/schemes/base64-key", Convert.ToBase64String(Key) },
            { "/schemes/base64-key", $" {Convert.ToBase64String(Key)} " },
            { "/schemes/hex-key", Convert.ToHexString(Key) },
            { "/schemes/hex-key", Convert.ToHexStringLower(Key) },
        };

    [Theory]
    [MemberData(nameof(Readable))]
    public async Task A_key_is_read_as_the_scheme_says(string endpoint, string configured)
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Keys, configured), (EncodedKeys, configured)]);

        await PostAsync(host, endpoint, Key).IsAsync(200);
        await PostAsync(host, endpoint, Encoding.UTF8.GetBytes(configured)).IsProblemAsync(403, "Invalid signature");
    }

    [Theory]
    [InlineData("/schemes/base64-key", "whsec_")]
    [InlineData("/schemes/base64-key", "whsec_*****")]
    [InlineData("/schemes/base64-key", "whsec_.QUJD")]
    [InlineData("/schemes/base64-key", "QUJDR")]
    [InlineData("/schemes/hex-key", "abc")]
    [InlineData("/schemes/hex-key", "0x0102")]
    [InlineData("/schemes/hex-key", "zz")]
    [InlineData("/schemes/prefixed-key", "key:")]
    public async Task A_key_that_cannot_be_read_is_none_and_nothing_signed_with_it_or_with_an_empty_one_passes(
        string endpoint,
        string configured
    )
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Keys, configured), (EncodedKeys, configured)]);

        await PostAsync(host, endpoint, []).IsProblemAsync(500, "Webhook secret not configured");
        await PostAsync(host, endpoint, Encoding.UTF8.GetBytes(configured)).IsProblemAsync(500, "Webhook secret not configured");
        Assert.Empty(host.Deliveries.Handled);
    }

    [Fact]
    public async Task Beside_a_key_that_cannot_be_read_the_others_verify_and_keep_their_numbers()
    {
        var good = Convert.ToBase64String(Key);
        await using var host = await WebhookHost.StartAsync(settings: (EncodedKeys, $"whsec_***\nwhsec_{good}"));

        await PostAsync(host, "/schemes/base64-key", Key).IsAsync(200);
        await PostAsync(host, "/schemes/base64-key", []).IsProblemAsync(403, "Invalid signature");
        Assert.Equal(1, Assert.Single(host.Deliveries.Handled).SecretIndex);
    }

    [Fact]
    public async Task What_is_signed_with_the_empty_key_is_rejected_while_a_secret_is_configured()
    {
        await using var host = await WebhookHost.StartAsync();

        await PostAsync(host, "/schemes/prefixed-key", []).IsProblemAsync(403, "Invalid signature");
        await host.PostAsync("/schemes/digest", Body, ("X-Signature", Sign.DigestHex($"{Body}."))).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_prefix_is_taken_off_once_and_may_be_missing()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Keys, "key:key:a\nb"));

        await PostAsync(host, "/schemes/prefixed-key", "key:a"u8.ToArray()).IsAsync(200);
        await PostAsync(host, "/schemes/prefixed-key", "b"u8.ToArray()).IsAsync(200);
        await PostAsync(host, "/schemes/prefixed-key", "a"u8.ToArray()).IsProblemAsync(403, "Invalid signature");
    }

    [Fact]
    public async Task A_rotation_adds_the_new_secret_then_drops_the_old_one_while_the_host_runs()
    {
        await using var host = await WebhookHost.StartAsync(settings: [(Keys, null), (Keys + ":0", "old")]);
        await PostAsync(host, "/schemes/prefixed-key", "old"u8.ToArray()).IsAsync(200);
        await PostAsync(host, "/schemes/prefixed-key", "new"u8.ToArray()).IsAsync(403);

        host.Configuration.Change((Keys + ":1", "new"));
        await PostAsync(host, "/schemes/prefixed-key", "old"u8.ToArray()).IsAsync(200);
        await PostAsync(host, "/schemes/prefixed-key", "new"u8.ToArray()).IsAsync(200);

        host.Configuration.Change((Keys + ":0", "new"), (Keys + ":1", null));
        await PostAsync(host, "/schemes/prefixed-key", "old"u8.ToArray()).IsAsync(403);
        await PostAsync(host, "/schemes/prefixed-key", "new"u8.ToArray()).IsAsync(200);

        Assert.Equal([0, 0, 1, 0], host.Deliveries.Handled.Select(delivery => delivery.SecretIndex));
    }

    [Fact]
    public async Task Once_a_secret_is_blanked_nothing_passes_whatever_the_load()
    {
        await using var host = await WebhookHost.StartAsync(settings: (Keys, "secret"));
        for (var round = 0; round < 20; round++)
        {
            host.Configuration.Change((Keys, "secret"));
            var load = Enumerable.Range(0, 8).Select(_ => PostAsync(host, "/schemes/prefixed-key", "secret"u8.ToArray())).ToArray();

            host.Configuration.Change((Keys, " "));

            var after = await Task.WhenAll(
                Enumerable.Range(0, 8).Select(i => PostAsync(host, "/schemes/prefixed-key", i % 2 == 0 ? "secret"u8.ToArray() : []))
            );
            Assert.All(after, response => Assert.Equal(500, (int)response.StatusCode));
            Assert.All(await Task.WhenAll(load), response => Assert.Contains((int)response.StatusCode, new[] { 200, 403, 500 }));
        }
    }

    private static Task<HttpResponseMessage> PostAsync(WebhookHost host, string endpoint, byte[] key) =>
        host.PostAsync(endpoint, Body, ("X-Signature", Sign.Sha256Hex(Body, key)));
}
