using System.Text;

namespace Hooklatch.Providers;

/// <summary>The text that Alipay signs.</summary>
internal static class AlipayText
{
    public const string Rsa2 = "RSA2";

    private const string Sign = "sign";
    private const string SignType = "sign_type";

    /// <summary>Whether a name comes twice, in whatever case.</summary>
    public static bool IsRepeated(List<KeyValuePair<string, string>> fields)
    {
        var names = new HashSet<string>(fields.Count, StringComparer.OrdinalIgnoreCase);
        return !fields.TrueForAll(field => names.Add(field.Key));
    }

    /// <summary>
    /// The fields by name, without the signature, and without its type, which only some products sign. No name comes twice.
    /// </summary>
    /// <returns>The text; <see langword="null"/> where it could be divided in another way.</returns>
    public static string? Of(List<KeyValuePair<string, string>> fields, string? signType)
    {
        var signed = fields.Where(field => field.Key is not Sign and not SignType).ToList();
        if (signType is not null)
        {
            signed.Add(new(SignType, signType));
        }

        signed.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        if (IsAmbiguous(signed))
        {
            return null;
        }

        var text = new StringBuilder(signed.Sum(field => field.Key.Length + field.Value.Length + 2));
        foreach (var (name, value) in signed)
        {
            text.Append(text.Length > 0 ? "&" : "").Append(name).Append('=').Append(value);
        }

        return text.ToString();
    }

    /// <summary>
    /// Whether another form has the same text: one whose fields would stand in order too, had a value ended earlier or a name begun later.
    /// </summary>
    private static bool IsAmbiguous(List<KeyValuePair<string, string>> signed)
    {
        for (var i = 0; i < signed.Count; i++)
        {
            if (
                signed[i].Key.AsSpan().ContainsAny('=', '&')
                || HoldsField(signed[i].Value, signed[i].Key, i + 1 < signed.Count ? signed[i + 1].Key : null)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a piece of a value could be a field between two others. Nothing is copied: a value may consist of ampersands.</summary>
    private static bool HoldsField(ReadOnlySpan<char> value, string after, string? before)
    {
        for (var start = value.IndexOf('&'); start >= 0; start = value.IndexOf('&'))
        {
            value = value[(start + 1)..];
            var end = value.IndexOfAny('&', '=');
            if (Fits(end < 0 ? value : value[..end], after, before))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(ReadOnlySpan<char> name, string after, string? before) =>
        name.SequenceCompareTo(after) >= 0 && (before is null || name.SequenceCompareTo(before) <= 0);
}
