using System.Globalization;
using System.Text;

namespace Hooklatch.Sessions.Sending;

/// <summary>A chat key, taken apart. It may come from a sender of webhooks, so it is short and holds nothing that a log would act on.</summary>
internal readonly record struct ChatKey(string Adapter, string Channel)
{
    private const int MaxLength = 200;
    private const string Form = "a chat key is '{adapter}-{channel}', such as 'onebot_v11-group_12345678'";

    /// <exception cref="ChatException">It is none.</exception>
    public static ChatKey Parse(string? key)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            throw Invalid($"The chat key is empty; {Form}.");
        }

        // Neither is repeated: one is too long for a log, the other not fit for it.
        if (key.Length > MaxLength || key.EnumerateRunes().Any(IsUnprintable))
        {
            throw Invalid($"The chat key is longer than {MaxLength} characters or holds one that is not printable; {Form}.");
        }

        var end = key.IndexOf('-', StringComparison.Ordinal);
        return end > 0 && end < key.Length - 1
            ? new ChatKey(key[..end], key[(end + 1)..])
            : throw Invalid($"'{key}' is not a chat key; {Form}.");
    }

    public override string ToString() => $"{Adapter}-{Channel}";

    private static ChatException Invalid(string message) => new(ChatFailure.InvalidKey, message);

    private static bool IsUnprintable(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned
        || rune == Rune.ReplacementChar;
}
