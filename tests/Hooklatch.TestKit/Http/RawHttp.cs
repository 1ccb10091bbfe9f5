using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hooklatch.TestKit.Http;

/// <summary>HTTP/1.1 as an attacker speaks it: any bytes out, and everything that comes back until the server hangs up.</summary>
internal sealed class RawHttp : IAsyncDisposable
{
    /// <summary>How long a connection that should have been closed may stay open before a test calls it open.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly StringBuilder _received = new();

    public static async Task<RawHttp> ConnectAsync(Uri server)
    {
        var http = new RawHttp();
        await http._client.ConnectAsync(IPAddress.Loopback, server.Port);
        return http;
    }

    /// <summary>Opens a connection, sends the bytes and reads until the server closes it.</summary>
    public static async Task<RawAnswer> ExchangeAsync(Uri server, string bytes)
    {
        await using var http = await ConnectAsync(server);
        await http.SendAsync(bytes);
        return await http.ReadToCloseAsync();
    }

    /// <summary>Opens a connection, sends the bytes and reads the head of the first answer, for a server that may take its time to close.</summary>
    public static async Task<RawAnswer> AskAsync(Uri server, string bytes)
    {
        await using var http = await ConnectAsync(server);
        await http.SendAsync(bytes);
        return await http.ReadUntilAsync("\r\n\r\n");
    }

    /// <summary>Each character is one byte, so that a test can write down any byte.</summary>
    public Task SendAsync(string bytes) => SendAsync(Encoding.Latin1.GetBytes(bytes));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await _client.GetStream().WriteAsync(bytes);
        }
        catch (IOException)
        {
            // The server may reject and close while we are still talking: what it said is what counts.
        }
    }

    /// <summary>Reads until the text has arrived, for a test that goes on talking on the same connection.</summary>
    public async Task<RawAnswer> ReadUntilAsync(string text)
    {
        using var timeout = new CancellationTokenSource(Timeout);
        while (!_received.ToString().Contains(text, StringComparison.Ordinal) && await ReadSomeAsync(timeout.Token)) { }
        return new RawAnswer(_received.ToString(), Closed: false);
    }

    public async Task<RawAnswer> ReadToCloseAsync()
    {
        using var timeout = new CancellationTokenSource(Timeout);
        try
        {
            while (await ReadSomeAsync(timeout.Token)) { }
            return new RawAnswer(_received.ToString(), Closed: true);
        }
        catch (OperationCanceledException)
        {
            return new RawAnswer(_received.ToString(), Closed: false);
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> ReadSomeAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            var count = await _client.GetStream().ReadAsync(buffer, cancellationToken);
            _received.Append(Encoding.Latin1.GetString(buffer, 0, count));
            return count > 0;
        }
        catch (IOException)
        {
            return false; // A reset is a close, too.
        }
    }
}
