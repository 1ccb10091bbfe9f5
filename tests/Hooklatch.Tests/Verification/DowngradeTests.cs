using System.Globalization;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Verification;

/// <summary>What a sender says of its signature selects among what the author allows, and nothing weaker.</summary>
public sealed class DowngradeTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private const string Body = """{"a":1}""";

    private readonly WebhookHost _host = shared.Fresh;

    private string Now => _host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_header_that_stands_twice_is_not_an_absent_one()
    {
        var weak = ("X-Signature", Sign.Sha1Hex(""));

        Assert.Equal(200, (await _host.PostRawAsync("/selected", weak)).Status);
        Assert.Equal(400, (await _host.PostRawAsync("/selected", weak, ("X-Algorithm", "sha256"), ("X-Algorithm", "sha256"))).Status);
        Assert.Equal(403, (await _host.PostRawAsync("/selected", weak, ("X-Algorithm", "sha256"))).Status);
        Assert.Equal(400, (await _host.PostRawAsync("/selected", weak, ("X-Algorithm", "sha1"))).Status);
        Assert.Equal(200, (await _host.PostRawAsync("/selected", ("X-Signature", Sign.Sha256Hex("")), ("X-Algorithm", "sha256"))).Status);
    }

    [Fact]
    public async Task A_timestamp_that_an_endpoint_expects_cannot_be_taken_away()
    {
        var signed = ("X-Signature", Sign.Sha256Hex($"{Now}:{Body}"));

        await _host.PostAsync("/time/chosen", Body, signed, ("X-Time", Now)).IsAsync(200);
        await _host.PostAsync("/time/chosen", Body, signed).IsProblemAsync(400, "Missing signature");
        await _host.PostAsync("/time/chosen", $"{Now}:{Body}", signed).IsProblemAsync(400, "Missing signature");
        await _host.PostAsync("/time/chosen", Body, ("X-Signature", Sign.Sha256Hex(Body))).IsProblemAsync(400, "Missing signature");
        await _host
            .PostAsync("/time/chosen", Body, ("X-Signature", Sign.Sha256Hex(Body)), ("X-Time", Now))
            .IsProblemAsync(403, "Invalid signature");
        await _host
            .PostAsync("/time/chosen", Body, ("X-Signature", Sign.Sha256Hex($"1:{Body}")), ("X-Time", "1"))
            .IsProblemAsync(403, "Timestamp outside tolerance");
    }

    [Fact]
    public async Task A_timestamp_that_an_endpoint_does_not_expect_is_no_part_of_the_text()
    {
        await _host.PostAsync("/time/none", Body, ("X-Signature", Sign.Sha256Hex(Body))).IsAsync(200);
        await _host.PostAsync("/time/none", Body, ("X-Signature", Sign.Sha256Hex(Body)), ("X-Time", "1")).IsAsync(200);
        await _host
            .PostAsync("/time/none", Body, ("X-Signature", Sign.Sha256Hex($"{Now}:{Body}")), ("X-Time", Now))
            .IsProblemAsync(403, "Invalid signature");
    }
}
