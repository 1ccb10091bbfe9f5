namespace Hooklatch.Providers;

/// <summary>The text that Alipay signs.</summary>
internal static class AlipayText
{
    public const string Rsa2 = "RSA2";

    private const string Sign = "sign";
    private const string SignType = "sign_type";

    /// <summary>
    /// The fields by name, without the signature, and without its type, which only some products sign.
    /// </summary>
    /// <returns>The text; <see langword="null"/> where a name comes twice, or the text could be divided in another way.</returns>
    public static string? Of(List<KeyValuePair<string, string>> fields, string? signType)
    {
        var signed = fields
            .Where(field => field.Key is not Sign and not SignType)
            .Concat(signType is null ? [] : [KeyValuePair.Create(SignType, signType)])
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .ToArray();
        var isRepeated = fields.Select(field => field.Key).Distinct(StringComparer.OrdinalIgnoreCase).Count() < fields.Count;
        return isRepeated || IsAmbiguous(signed) ? null : string.Join('&', signed.Select(field => $"{field.Key}={field.Value}"));
    }

    /// <summary>
    /// Whether another form has the same text: one whose fields would stand in order too, had a value ended earlier or a name begun later.
    /// </summary>
    private static bool IsAmbiguous(KeyValuePair<string, string>[] signed)
    {
        for (var i = 0; i < signed.Length; i++)
        {
            var next = i + 1 < signed.Length ? signed[i + 1].Key : null;
            if (
                signed[i].Key.AsSpan().ContainsAny('=', '&')
                || signed[i].Value.Split('&').Skip(1).Any(piece => Fits(piece, signed[i].Key, next))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool Fits(string piece, string after, string? before)
    {
        var name = piece.Split('=', 2)[0];
        return string.CompareOrdinal(name, after) >= 0 && (before is null || string.CompareOrdinal(name, before) <= 0);
    }
}
