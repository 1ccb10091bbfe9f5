using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hooklatch.Inbox;

/// <summary>What a store keeps order by.</summary>
internal static class OrderKeys
{
    /// <summary>A key as it is, or its hash where it is long: it only has to tell keys apart.</summary>
    public static string Bounded(string key) =>
        key.Length <= InboxItem.MaxOrderKeyLength ? key : "#" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
