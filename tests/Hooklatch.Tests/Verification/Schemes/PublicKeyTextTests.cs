using System.Security.Cryptography;
using System.Text;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>What a private key signs besides the body counts as strictly as what a secret signs.</summary>
public sealed class PublicKeyTextTests : IDisposable
{
    private const string Body = """{"a":1}""";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task What_stands_before_and_behind_the_body_is_signed()
    {
        await using var host = await StartAsync();

        await PostAsync(host, "before", "after").IsAsync(200);
        await PostAsync(host, "before", "after:").IsAsync(200);
        await PostAsync(host, "before", "after", signed: $"Before.{Body}::after").IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, "before", "after", signed: $"before.{Body}::After").IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, "before", "after", signed: $"{Body}::after").IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, "before", "after", signed: $"before.{Body}").IsProblemAsync(403, "Invalid signature");
    }

    [Theory]
    [InlineData("be.fore", "after")]
    [InlineData("before.", "after")]
    [InlineData("before", "af::ter")]
    [InlineData("before", ":after")]
    [InlineData("be.fore", "af::ter")]
    public async Task A_text_that_could_be_split_in_two_ways_is_rejected(string before, string after)
    {
        await using var host = await StartAsync();

        await PostAsync(host, before, after).IsProblemAsync(403, "Invalid signature");
        await PostAsync(host, "before", "after").IsAsync(200);
    }

    [Fact]
    public async Task Two_deliveries_that_claim_one_unsigned_id_are_told_apart_by_what_is_signed()
    {
        await using var host = await StartAsync();

        await PostAsync(host, "1", "after", id: "same").IsAsync(200);
        await PostAsync(host, "2", "after", id: "same").IsAsync(200);
        await PostAsync(host, "1", "after", id: "same").IsAsync(200);

        Assert.Equal(2, host.Deliveries.Handled.Count);
    }

    private Task<WebhookHost> StartAsync() =>
        WebhookHost.StartAsync(
            settings: (WebhookHost.Settings + nameof(GateConfig.PublicKeys), Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()))
        );

    private Task<HttpResponseMessage> PostAsync(WebhookHost host, string before, string after, string? signed = null, string id = "")
    {
        var signature = _key.SignData(
            Encoding.UTF8.GetBytes(signed ?? $"{before}.{Body}::{after}"),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        (string, string)[] headers = [("X-Signature", Convert.ToBase64String(signature)), ("X-Before", before), ("X-After", after)];
        return host.PostAsync("/schemes/ecdsa-text", Body, id.Length == 0 ? headers : [.. headers, ("X-Id", id)]);
    }
}
