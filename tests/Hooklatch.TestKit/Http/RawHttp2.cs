using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Hooklatch.TestKit.Http;

/// <summary>HTTP/2 by prior knowledge as an attacker speaks it, frame by frame (RFC 9113 §4.1): any frames out, and the statuses that come back.</summary>
internal sealed class RawHttp2 : IDisposable
{
    private const byte DataFrame = 0x0;
    private const byte HeadersFrame = 0x1;
    private const byte ResetFrame = 0x3;
    private const byte SettingsFrame = 0x4;
    private const byte EndHeaders = 0x4;
    private const uint Cancel = 0x8;
    private const int HeadOfFrame = 9;

    /// <summary>SETTINGS_HEADER_TABLE_SIZE of 0: a status is then told in full each time.</summary>
    private static readonly byte[] NoHeaderTable = [0, 1, 0, 0, 0, 0];

    /// <summary>Those of the static table from index 8 on (RFC 7541, appendix A).</summary>
    private static readonly int[] IndexedStatuses = [200, 204, 206, 304, 400, 404, 500];

    private readonly TcpClient _client = new() { NoDelay = true };

    public NetworkStream Stream => _client.GetStream();

    public static async Task<RawHttp2> ConnectAsync(Uri server)
    {
        var http = new RawHttp2();
        await http._client.ConnectAsync(IPAddress.Loopback, server.Port);
        await http.Stream.WriteAsync((byte[])[.. "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8, .. Frame(SettingsFrame, 0, 0, NoHeaderTable)]);
        return http;
    }

    /// <summary>A POST whose body is to follow, in HPACK's static table and plain literals (RFC 7541 §6).</summary>
    public static byte[] Post(int stream, string path, params (string Name, string Value)[] headers) =>
        Frame(
            HeadersFrame,
            EndHeaders,
            stream,
            [
                0x83, // :method POST
                0x86, // :scheme http
                0x04,
                .. Text(path),
                0x01, // :authority
                .. Text("localhost"),
                .. headers.SelectMany(header => (byte[])[0x00, .. Text(header.Name), .. Text(header.Value)]),
            ]
        );

    /// <summary>Bytes of a body that goes on.</summary>
    public static byte[] Data(int stream, byte[] bytes) => Frame(DataFrame, 0, stream, bytes);

    public static byte[] Reset(int stream) => Frame(ResetFrame, 0, stream, BigEndian(Cancel));

    /// <summary>The status of the next answer, whatever stream it is of; <see langword="null"/> once the server has hung up.</summary>
    public async Task<int?> ReadStatusAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var head = new byte[HeadOfFrame];
                await Stream.ReadExactlyAsync(head, cancellation);
                var payload = new byte[BinaryPrimitives.ReadUInt32BigEndian(head) >> 8];
                await Stream.ReadExactlyAsync(payload, cancellation);
                if (head[3] == HeadersFrame)
                {
                    return StatusOf(payload);
                }
            }
        }
        catch (IOException)
        {
            return null; // A reset is a hang-up, too.
        }
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The status comes first, indexed or as a literal, perhaps behind the server's own word of its table.</summary>
    private static int StatusOf(ReadOnlySpan<byte> block)
    {
        while ((block[0] & 0xE0) == 0x20)
        {
            block = block[1..];
        }

        return block[0] is >= 0x88 and <= 0x8E ? IndexedStatuses[block[0] - 0x88] : int.Parse(block[2..5], provider: null);
    }

    /// <summary>A text in a header block, of at most 126 bytes.</summary>
    private static byte[] Text(string text) => [(byte)text.Length, .. Encoding.ASCII.GetBytes(text)];

    private static byte[] Frame(byte type, byte flags, int stream, byte[] payload) =>
        [
            (byte)(payload.Length >> 16),
            (byte)(payload.Length >> 8),
            (byte)payload.Length,
            type,
            flags,
            .. BigEndian((uint)stream),
            .. payload,
        ];

    private static byte[] BigEndian(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }
}
