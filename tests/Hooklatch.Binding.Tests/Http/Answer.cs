using System.Globalization;
using System.Text;

namespace Hooklatch.Binding.Tests.Http;

/// <summary>What a server answered.</summary>
internal sealed record Answer(int Status, string Head, string Body)
{
    /// <param name="bytes">Everything up to the end of the connection.</param>
    public static Answer Parse(byte[] bytes)
    {
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return new Answer(0, "", "");
        }

        var head = Encoding.UTF8.GetString(bytes, 0, end);
        var body = bytes[(end + 4)..];
        var isChunked = head.Contains("Transfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
        return new Answer(
            int.Parse(head.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture),
            head,
            Encoding.UTF8.GetString(isChunked ? Unchunk(body) : body)
        );
    }

    /// <summary>What is compared: the status, and the echo of a request that was bound. How an error is worded is ours alone.</summary>
    public override string ToString() => Status == 200 ? $"200 {Body}" : Status.ToString(CultureInfo.InvariantCulture);

    private static byte[] Unchunk(ReadOnlySpan<byte> chunks)
    {
        using var body = new MemoryStream();
        while (chunks.IndexOf("\r\n"u8) is > 0 and var end)
        {
            var length = int.Parse(chunks[..end], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(chunks.Slice(end + 2, length));
            chunks = chunks[(end + 2 + length + 2)..];
        }

        return body.ToArray();
    }
}
