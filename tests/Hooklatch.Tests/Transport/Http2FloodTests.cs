using System.Diagnostics;

namespace Hooklatch.Tests.Transport;

/// <summary>Streams that are opened only to be reset (CVE-2023-44487).</summary>
public sealed class Http2FloodTests
{
    private const int Attackers = 8;
    private const int StreamsOfEach = 20_000;

    [Fact]
    public async Task A_reset_flood_is_cut_off_while_others_are_answered()
    {
        await using var host = await TransportHost.StartAsync(("Logging:LogLevel:Default", "Warning"));
        await HealthAsync(host); // The first request of a process also compiles the way of a request.
        var slowest = TimeSpan.Zero;
        var attacks = Task.WhenAll(
            Enumerable.Range(0, Attackers).Select(_ => Http2Flood.ResetAsync(host.Http2, TransportPlugin.Raw, StreamsOfEach))
        );

        do
        {
            var clock = Stopwatch.StartNew();
            Assert.Equal(200, await HealthAsync(host));
            slowest = slowest > clock.Elapsed ? slowest : clock.Elapsed;
        } while (!attacks.IsCompleted);

        Assert.All(await attacks, cutOff => Assert.True(cutOff));
        TestContext.Current.TestOutputHelper?.WriteLine($"Slowest health answer during the flood: {slowest.TotalMilliseconds:F0} ms");
    }

    private static async Task<int> HealthAsync(TransportHost host) =>
        (await RawHttp.ExchangeAsync(host.Http1, RawRequest.Get(TransportPlugin.Health))).Status;
}
