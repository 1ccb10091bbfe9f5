using System.Globalization;
using System.Net;

namespace Hooklatch.Addresses;

/// <summary>Addresses and networks in CIDR notation, IPv4 and IPv6. One that cannot be read contains nobody.</summary>
internal sealed class AddressList(IEnumerable<string> networks)
{
    private readonly IPNetwork[] _networks = [.. networks.Select(Parse).OfType<IPNetwork>()];

    public static AddressList None { get; } = new([]);

    public bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _networks.Any(network => network.Contains(plain));
    }

    /// <summary>A network; bits of the address beyond its prefix do not count. <see langword="null"/> for what is none.</summary>
    public static IPNetwork? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!SenderAddress.TryParse(slash < 0 ? text : text[..slash], out var address))
        {
            return null;
        }

        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        var prefix = bytes.Length * 8;
        if (
            slash >= 0
            && (
                !int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix)
                || prefix > bytes.Length * 8
            )
        )
        {
            return null;
        }

        for (var bit = prefix; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new IPNetwork(new IPAddress(bytes), prefix);
    }
}
