using System.Buffers.Text;
using System.Security.Cryptography;

namespace Hooklatch.OpenApi;

/// <summary>The bytes of a document, which all requests share, and the tag that changes with them.</summary>
internal sealed class ServedDocument(byte[] bytes)
{
    private const int BytesOfTag = 16;

    public ReadOnlyMemory<byte> Bytes => bytes;

    /// <summary>A strong entity tag, with its quotes.</summary>
    public string ETag { get; } = $"\"{Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, BytesOfTag))}\"";
}
