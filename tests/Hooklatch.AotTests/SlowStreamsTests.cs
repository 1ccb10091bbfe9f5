using System.Globalization;

namespace Hooklatch.AotTests;

/// <summary>Bodies that are announced and do not come, a hundred on each of ninety connections of HTTP/2, at a host that has little memory.</summary>
[Collection(nameof(SlowBodiesTests))]
public sealed class SlowStreamsTests(PublishedSamples published)
{
    private const int Connections = 90;

    /// <summary>As many as the server lets a connection have at once.</summary>
    private const int StreamsOfEach = 100;

    private const int Announced = 64 << 10;

    /// <summary>
    /// What the last stream of each connection sends, and the least that any of them may announce then. The server itself breaks a connection
    /// off after five seconds on which fewer than 240 bytes a second arrive; then none of its hundred streams would be answered.
    /// </summary>
    private const int Pace = 4 << 10;

    /// <summary>How long one host may take to begin all of the bodies, and to reject them once their five seconds are over.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Nine_thousand_streams_of_one_byte_cost_what_they_hold_and_others_are_answered()
    {
        // Where collections fall adds to what a host holds, and never takes away: of two hosts the one that holds less says what the streams cost.
        var small = Math.Min(await HoldAsync(announced: 100), await HoldAsync(announced: 100));
        var large = Math.Min(await HoldAsync(Announced), await HoldAsync(Announced));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Connections * StreamsOfEach} streams of one byte: {small >> 20} MiB resident where 100 bytes are announced, {large >> 20} MiB where {Announced} are"
        );
        Assert.InRange((double)large / small, 0, 1.15);
    }

    /// <summary>The resident memory while each of the streams has sent one byte of its body.</summary>
    private async Task<long> HoldAsync(int announced)
    {
        await using var host = await StartAsync();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timeout.CancelAfter(Timeout);
        var senders = new List<RawHttp2>();
        try
        {
            for (var i = 0; i < Connections; i++)
            {
                senders.Add(await RawHttp2.ConnectAsync(host.Addresses[1]));
            }

            await Task.WhenAll(senders.Select(sender => sender.Stream.WriteAsync(Bodies(announced), timeout.Token).AsTask()));
            // The host says so when it begins to wait for a body, and then takes what has come of it.
            await ExpectAsync(100, senders, timeout.Token);

            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(200, (await RawHttp.ExchangeAsync(host.Addresses[0], RawRequest.Get(Sample.Resource))).Status);
            }

            var resident = host.ResidentBytes;
            await ExpectAsync(408, senders, timeout.Token);
            return resident;
        }
        finally
        {
            senders.ForEach(sender => sender.Dispose());
        }
    }

    private async Task<RunningHost> StartAsync()
    {
        var host = await RunningHost.StartAsync(
            (await published.PublishAsync()).Binary,
            [
                "--Kestrel:Endpoints:1:Url=http://127.0.0.1:0",
                "--Kestrel:Endpoints:1:Protocols=Http1",
                "--Kestrel:Endpoints:2:Url=http://127.0.0.1:0",
                "--Kestrel:Endpoints:2:Protocols=Http2",
                Sample.WithSecret,
                "--Logging:LogLevel:Hooklatch=Error",
            ],
            "env",
            "DOTNET_GCHeapHardLimit=" + SlowBodiesTests.HeapLimit
        );
        await host.WaitForOutputAsync("Application started");
        return host;
    }

    /// <summary>What one connection sends: heads and the first byte of each body.</summary>
    private static byte[] Bodies(int announced)
    {
        var frames = new List<byte>();
        for (var i = 0; i < StreamsOfEach; i++)
        {
            var (stream, isLast) = ((2 * i) + 1, i == StreamsOfEach - 1);
            var length = isLast ? Math.Max(announced, 2 * Pace) : announced;
            frames.AddRange(
                RawHttp2.Post(
                    stream,
                    Sample.GitHub,
                    ("content-type", "application/json"),
                    ("x-github-event", "push"),
                    ("x-hub-signature-256", $"sha256={new string('0', 64)}"),
                    ("expect", "100-continue"),
                    ("content-length", length.ToString(CultureInfo.InvariantCulture))
                )
            );
            frames.AddRange(RawHttp2.Data(stream, new byte[isLast ? Pace : 1]));
        }

        return [.. frames];
    }

    /// <summary>Each stream of each connection is answered so next.</summary>
    private static async Task ExpectAsync(int status, List<RawHttp2> senders, CancellationToken cancellation)
    {
        var statuses = await Task.WhenAll(senders.Select(ReadAsync));
        Assert.Equal(
            [new KeyValuePair<int, int>(status, Connections * StreamsOfEach)],
            statuses.SelectMany(answers => answers).CountBy(answer => answer ?? 0)
        );

        async Task<int?[]> ReadAsync(RawHttp2 sender)
        {
            var answers = new int?[StreamsOfEach];
            for (var i = 0; i < answers.Length; i++)
            {
                answers[i] = await sender.ReadStatusAsync(cancellation);
            }

            return answers;
        }
    }
}
