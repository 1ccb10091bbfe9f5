using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hooklatch.Signing.Text;

namespace Hooklatch.Providers;

/// <summary>The text that Adyen signs of one notification.</summary>
internal static class AdyenText
{
    /// <summary>The event whose reference is the name of a file, in which a time of day may stand.</summary>
    public const string ReportAvailable = "REPORT_AVAILABLE";

    private const int PspReference = 0;
    private const int MerchantReference = 3;
    private const int EventCode = 6;

    /// <summary>The fields in their order, divided by colons; what is absent is empty.</summary>
    /// <returns>
    /// The text; <see langword="null"/> where a field is neither text nor number nor truth value, or where the text could be divided in
    /// another way.
    /// </returns>
    /// <remarks>
    /// Nothing is escaped, so that one text could be several notifications, and the signature fits all of them. It is one alone because only
    /// one field may hold a colon, and which one the event says, which nobody can choose: the last four fields never hold one.
    /// </remarks>
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
        var mayHoldColons = texts[EventCode] is ReportAvailable ? PspReference : MerchantReference;
        return texts.Where((text, i) => text is null || (i != mayHoldColons && text.Contains(':', StringComparison.Ordinal))).Any()
            ? null
            : string.Join(':', texts);
    }

    public static byte[] Hash(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string? TextOf(JsonElement field) =>
        field.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? "" : UntrustedJson.Scalar(field);
}
