using System.Security.Cryptography;
using Hooklatch.Lifecycle;
using Hooklatch.Tests.Hosting;
using Hooklatch.Tests.Plugin;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Delivery = Hooklatch.Deliveries.Delivery;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>
/// A body that is arriving is held once, by what the memory budget counts. Who draws out its end would otherwise have it held twice, by whatever
/// checks a signature that nobody can make before the end.
/// </summary>
public sealed class ArrivingTextTests : IDisposable
{
    private const int Piece = 64 * 1024;
    private const int Pieces = 512;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose() => _key.Dispose();

    [Theory]
    [InlineData("/base64")]
    [InlineData("/schemes/ecdsa")]
    [InlineData("/schemes/whole-text")]
    public async Task A_verification_keeps_nothing_of_a_body_that_is_arriving(string endpoint)
    {
        await using var host = await WebhookHost.StartAsync(
            settings: (WebhookHost.Settings + nameof(GateConfig.PublicKeys), Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo()))
        );
        var webhook = host
            .App.Services.GetRequiredService<PluginRegistry>()
            .States.SelectMany(plugin => plugin.Webhooks)
            .Single(webhook => webhook.Template == endpoint);
        var http = new DefaultHttpContext();
        http.Request.Headers["X-Signature"] = "c2lnbmF0dXJl";
        var delivery = new Delivery(webhook.Key, http, host.Time.GetUtcNow());
        Assert.Null(await webhook.Sender.Verifier.CheckHeadersAsync(delivery, http));

        Assert.InRange(AllocatedWhileArriving(webhook.Sender.Verifier, delivery, http), 0, Piece);
    }

    private static long AllocatedWhileArriving(WebhookVerifier verifier, Delivery delivery, HttpContext http)
    {
        var piece = new byte[Piece];
        using var verification = verifier.BeginBody(delivery, http)!;
        verification.Append(piece);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Pieces; i++)
        {
            verification.Append(piece);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
