using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Hooklatch.Binding.Text;

/// <summary>A value that parses itself. Dates are read as minimal APIs read them: an offset is converted to UTC, not to local time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Parsed<T> : ITextReader<T>
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public static bool TryRead(string text, [MaybeNullWhen(false)] out T value)
    {
        // The server's time zone must not change what a sender means.
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

        return T.TryParse(text, CultureInfo.InvariantCulture, out value);
    }
}
