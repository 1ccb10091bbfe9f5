using System.Security.Cryptography;
using System.Text;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>A check serves one request after the other: nothing of a delivery that was given up is part of the next.</summary>
public sealed class UnfinishedDeliveryTests : IDisposable
{
    private const string Body = """{"a":1}""";
    private const int MaxBytes = 1024 * 1024;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("/base64", "")]
    [InlineData("/schemes/ecdsa", "ECDSA")]
    [InlineData("/schemes/whole-text", "ECDSA <>")]
    public async Task What_was_hashed_of_a_body_that_turned_out_too_large_is_dropped(string endpoint, string kind)
    {
        await using var host = await WebhookHost.StartAsync(
            settings: (WebhookHost.Settings + nameof(GateConfig.PublicKeys), Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()))
        );
        var signature = (
            "X-Signature",
            kind.Length == 0 ? "v1," + Sign.Sha256Base64(Body) : SignWithKey(kind.EndsWith('>') ? $"<{Body}>" : Body)
        );
        await host.PostAsync(endpoint, Body, signature).IsAsync(200);

        // Without a declared length it is read, and hashed, until it is too long.
        using var large = Requests.Create(HttpMethod.Post, WebhookHost.Prefix + endpoint, new byte[MaxBytes + 1], signature);
        large.Headers.TransferEncodingChunked = true;
        await host.SendAsync(large).IsAsync(413);

        // As many as take every check that is kept, also one that is given back only now.
        for (var i = 0; i < 10; i++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => host.PostAsync(endpoint, Body, signature)));
            Assert.All(answers, answer => Assert.Equal(200, (int)answer.StatusCode));
        }
    }

    private string SignWithKey(string text) =>
        Convert.ToBase64String(
            _key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)
        );
}
