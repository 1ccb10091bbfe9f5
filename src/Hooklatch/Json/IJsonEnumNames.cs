using System.ComponentModel;
using System.Text.Json;

namespace Hooklatch.Json;

/// <summary>The names of one enum, compiled; implemented by generated code.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonEnumNames<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>What to tell the sender of another value.</summary>
    static abstract string Expected { get; }

    /// <summary>Finds the member of that name.</summary>
    /// <param name="name">The name, unescaped.</param>
    /// <param name="value">The member.</param>
    /// <returns>Whether there is one.</returns>
    static abstract bool TryParse(ReadOnlySpan<byte> name, out TEnum value);

    /// <summary>Reads a number of the enum's underlying type.</summary>
    /// <param name="reader">A reader on the number.</param>
    /// <param name="value">The value, which may have no name.</param>
    /// <returns>Whether it fits.</returns>
    static abstract bool TryReadNumber(ref Utf8JsonReader reader, out TEnum value);
}
