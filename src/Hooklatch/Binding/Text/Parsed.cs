using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Hooklatch.Binding.Text;

/// <summary>A value that parses itself. Times are read as minimal APIs read them, whatever the server's time zone is.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Parsed<T> : ITextReader<T>
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public static bool TryRead(string text, [MaybeNullWhen(false)] out T value)
    {
        // An offset is converted to UTC, not to local time.
        if (typeof(T) == typeof(DateTime))
        {
            var isTime = DateTime.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces,
                out var time
            );
            value = Unsafe.As<DateTime, T>(ref time);
            return isTime;
        }

        // A time without an offset is UTC, not local time.
        if (typeof(T) == typeof(DateTimeOffset))
        {
            var isTime = DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces,
                out var time
            );
            value = Unsafe.As<DateTimeOffset, T>(ref time);
            return isTime;
        }

        return T.TryParse(text, CultureInfo.InvariantCulture, out value);
    }
}
