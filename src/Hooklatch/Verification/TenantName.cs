using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Verification;

/// <summary>What a tenant is remembered by: the route values that name it.</summary>
internal static class TenantName
{
    /// <summary>The longest name. Strangers choose the values, and each name is kept for a while.</summary>
    public const int MaxLength = 128;

    /// <summary>Every text stands with its length, so that no two lists of values give the same name. Of a longer name, its hash stands for it.</summary>
    public static string Of(RouteValueDictionary values)
    {
        var name = new StringBuilder();
        foreach (var (parameter, value) in values)
        {
            Append(name, parameter);
            Append(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
        }

        return name.Length <= MaxLength ? name.ToString() : HashOf(name.ToString());
    }

    private static void Append(StringBuilder name, string text) => name.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");

    private static string HashOf(string name) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(name.AsSpan())));
}
