using System.Globalization;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification.Schemes;

/// <summary>A signed value that stands twice is not read as none: a delivery that is signed over an empty value is rejected with it.</summary>
public sealed class RepeatedValueTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly WebhookHost _host = shared.Fresh;

    [Fact]
    public async Task A_header()
    {
        var now = _host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        (string, string)[] headers = [("X-Signature", Sign.Sha256Hex($".{now}.")), ("X-Timestamp", now), ("X-Id", "1"), ("X-Id", "1")];

        Assert.Equal(403, (await _host.PostRawAsync("/identified", headers)).Status);
    }

    [Fact]
    public async Task A_query_parameter() =>
        Assert.Equal(
            403,
            (await _host.PostRawAsync("/schemes/query?ts=17&nonce=1&nonce=1", ("X-Signature", Sign.Sha256Hex("17||")))).Status
        );
}
