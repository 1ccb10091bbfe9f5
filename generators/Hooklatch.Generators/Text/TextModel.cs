namespace Hooklatch.Generators.Text;

/// <summary>How text of a header, a query, a route or a form becomes a value.</summary>
internal sealed record TextModel
{
    public required TextShape Shape { get; init; }

    /// <summary>
    /// The type of one value as a <c>global::</c> name with the annotations inside of it, and with <c>?</c> where it is a <c>Nullable&lt;T&gt;</c>.
    /// </summary>
    public required string ValueTypeName { get; init; }

    public required TextReading Reader { get; init; }

    /// <summary>The type that is parsed: <see cref="ValueTypeName"/> without <c>?</c>.</summary>
    public required string ParsedTypeName { get; init; }

    /// <summary>Whether one value is a <c>Nullable&lt;T&gt;</c>.</summary>
    public required bool IsNullableValue { get; init; }
}

/// <summary>How many values there are.</summary>
internal enum TextShape
{
    One,
    Array,
    List,

    /// <summary>The framework's own <c>StringValues</c>.</summary>
    Raw,
}

/// <summary>What reads one value.</summary>
internal enum TextReading
{
    /// <summary>The text is the value.</summary>
    String,

    /// <summary><c>IParsable&lt;T&gt;</c>.</summary>
    Parsable,

    /// <summary>A member of an enumeration.</summary>
    Member,

    /// <summary>A reader of the runtime's for a type of the framework.</summary>
    Uri,

    /// <summary>The type's own <c>static bool TryParse(string, out T)</c>.</summary>
    TryParse,

    /// <summary>The type's own <c>static bool TryParse(string, IFormatProvider, out T)</c>.</summary>
    TryParseWithProvider,
}
