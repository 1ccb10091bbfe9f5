using System.Text.Json;
using Hooklatch.Verification.Code;

namespace Hooklatch.Providers;

/// <summary>The text that Adyen signs of one notification.</summary>
internal static class AdyenText
{
    /// <summary>The fields in their order, divided by colons; what is absent is empty.</summary>
    /// <returns>The text; <see langword="null"/> where a field is neither text nor number nor truth value.</returns>
    public static string? Of(JsonElement item)
    {
        var amount = UntrustedJson.Member(item, "amount");
        JsonElement[] fields =
        [
            UntrustedJson.Member(item, "pspReference"),
            UntrustedJson.Member(item, "originalReference"),
            UntrustedJson.Member(item, "merchantAccountCode"),
            UntrustedJson.Member(item, "merchantReference"),
            UntrustedJson.Member(amount, "value"),
            UntrustedJson.Member(amount, "currency"),
            UntrustedJson.Member(item, "eventCode"),
            UntrustedJson.Member(item, "success"),
        ];
        var texts = fields.Select(TextOf).ToArray();
        return texts.Contains(null) ? null : string.Join(':', texts.Select(text => Escape(text!)));
    }

    private static string? TextOf(JsonElement field) =>
        field.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? "" : UntrustedJson.Scalar(field);

    private static string Escape(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace(":", @"\:", StringComparison.Ordinal);
}
