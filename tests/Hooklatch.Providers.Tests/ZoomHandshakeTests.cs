using System.Text;
using Hooklatch.Providers.Tests.Harness;

namespace Hooklatch.Providers.Tests;

/// <summary>Zoom's handshake, which is answered without a signature, signs nothing for anybody.</summary>
public sealed class ZoomHandshakeTests(SampleHost host) : IClassFixture<SampleHost>
{
    private static readonly Vector Handshake = VectorFiles.Published.Single(vector => vector.Provider == "zoom");

    [Fact]
    public async Task A_handshake_that_is_a_delivery_is_not_signed()
    {
        var body = Encoding.UTF8.GetString(Handshake.Body).Replace("qgg8vlvZRS6UYooatFL8Aw", "v0:1700000000:{}", StringComparison.Ordinal);
        Assert.Equal(403, (await host.SendAsync(Handshake with { Body = Encoding.UTF8.GetBytes(body) })).Status);
    }

    [Fact]
    public async Task Anything_else_without_a_signature_is_rejected()
    {
        var body = Encoding.UTF8.GetString(Handshake.Body).Replace("endpoint.url_validation", "meeting.started", StringComparison.Ordinal);
        Assert.Equal(400, (await host.SendAsync(Handshake with { Body = Encoding.UTF8.GetBytes(body) })).Status);
    }

    [Fact]
    public async Task A_handshake_with_a_wrong_signature_is_rejected()
    {
        KeyValuePair<string, string>[] wrong =
        [
            .. Handshake.Headers,
            new("x-zm-signature", "v0=" + new string('0', 64)),
            new("x-zm-request-timestamp", "1700000000"),
        ];
        Assert.Equal(403, (await host.SendAsync(Handshake with { Headers = wrong })).Status);
    }
}
