using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hooklatch.AotTests;

/// <summary>Bodies that are announced and do not come, in numbers, at a host that has little memory.</summary>
[Collection(nameof(SlowBodiesTests)), CollectionDefinition(nameof(SlowBodiesTests), DisableParallelization = true)]
public sealed class SlowBodiesTests(PublishedSamples published)
{
    private const int Connections = 9000;
    private const int Announced = 64 << 10;

    // What a host may use of a cgroup of 512 MiB: three quarters. Hexadecimal without 0x, with which a native binary reads no limit at all.
    internal const string HeapLimit = "18000000";

    [Fact]
    public async Task Nine_thousand_bodies_of_one_byte_cost_what_they_hold_and_others_are_answered()
    {
        var small = await HoldAsync(announced: 100);
        var large = await HoldAsync(Announced);

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Connections} bodies of one byte: {small >> 20} MiB resident where 100 bytes are announced, {large >> 20} MiB where {Announced} are"
        );
        Assert.InRange((double)large / small, 0, 1.15);
    }

    /// <summary>The resident memory while each of the connections has sent one byte of its body.</summary>
    private async Task<long> HoldAsync(int announced)
    {
        await using var host = await StartAsync();
        var sockets = new List<Socket>();
        try
        {
            await OpenAsync(sockets, host, announced);
            // All heads are there but for their last line: from here on the bodies have five seconds.
            await Task.WhenAll(sockets.Select(socket => SendAsync(socket, "\r\n")));
            // The host says so when it begins to wait for a body.
            await Task.WhenAll(sockets.Select(socket => ReadAsync(socket, "HTTP/1.1 100 Continue\r\n\r\n".Length)));
            await Task.WhenAll(sockets.Select(socket => SendAsync(socket, "{")));

            for (var i = 0; i < 20; i++)
            {
                Assert.Equal(200, (await RawHttp.ExchangeAsync(host.Client.BaseAddress!, RawRequest.Get(Sample.Resource))).Status);
            }

            var resident = host.ResidentBytes;
            foreach (var answer in await Task.WhenAll(sockets.Select(socket => ReadAsync(socket, "HTTP/1.1 408".Length))))
            {
                Assert.Equal("HTTP/1.1 408", answer);
            }

            return resident;
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }

    private async Task<RunningHost> StartAsync() =>
        await RunningHost.StartAsync(
            (await published.PublishAsync()).Binary,
            [Sample.WithSecret, "--Logging:LogLevel:Hooklatch=Error"],
            "env",
            "DOTNET_GCHeapHardLimit=" + HeapLimit
        );

    private static async Task OpenAsync(List<Socket> sockets, RunningHost host, int announced)
    {
        var head = RawRequest.Head(
            "POST",
            Sample.GitHub,
            "Content-Type: application/json",
            "X-GitHub-Event: push",
            $"X-Hub-Signature-256: sha256={new string('0', 64)}",
            "Expect: 100-continue",
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {announced}")
        );
        for (var i = 0; i < Connections; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            sockets.Add(socket);
            await socket.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port, TestContext.Current.CancellationToken);
            await SendAsync(socket, head[..^2]);
        }
    }

    private static async Task SendAsync(Socket socket, string text) =>
        await socket.SendAsync(Encoding.ASCII.GetBytes(text), TestContext.Current.CancellationToken);

    private static async Task<string> ReadAsync(Socket socket, int length)
    {
        var answer = new byte[length];
        var filled = 0;
        while (filled < length && await socket.ReceiveAsync(answer.AsMemory(filled)) is > 0 and var read)
        {
            filled += read;
        }

        return Encoding.ASCII.GetString(answer, 0, filled);
    }
}
