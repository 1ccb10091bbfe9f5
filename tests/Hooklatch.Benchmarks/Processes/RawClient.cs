using System.Net.Sockets;

namespace Hooklatch.Benchmarks.Processes;

/// <summary>The least that tells whether a server answers: a client library would add its own start-up to the server's.</summary>
internal static class RawClient
{
    private static ReadOnlyMemory<byte> Request { get; } = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"u8.ToArray();

    /// <summary>Asks once. A server that does not listen yet rejects at once, so there is no need to wait between two tries.</summary>
    public static async Task<bool> AnswersAsync(Uri address)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(address.Host, address.Port);
            await socket.SendAsync(Request);
            return await socket.ReceiveAsync(new byte[64]) > 0;
        }
        catch (SocketException)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(0.2));
            return false;
        }
    }
}
