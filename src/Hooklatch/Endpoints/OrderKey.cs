using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Inbox;
using Hooklatch.Json;

namespace Hooklatch.Endpoints;

/// <summary>Reads the value by which the deliveries of an endpoint keep their order.</summary>
/// <param name="path">Its path in the payload.</param>
internal sealed class OrderKey(string path)
{
    private readonly JsonShape _shape = new(path);

    /// <summary>The value; <see langword="null"/> where there is none. A long one is replaced by its hash: it only has to tell keys apart.</summary>
    public string? Of(ReadOnlyMemory<byte> payload)
    {
        var values = JsonValues.Find(payload, _shape);
        var text = values.Text(0);
        return !values.End() || string.IsNullOrEmpty(text) ? null
            : text.Length <= InboxItem.MaxOrderKeyLength ? text
            : "#" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
