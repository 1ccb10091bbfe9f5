using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Hooklatch.Binding.Text;
using Hooklatch.Deliveries;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Binding;

/// <summary>
/// The text that a request gives for one parameter, before it becomes a value. Values are read as ASP.NET Core's minimal APIs read them:
/// repeated ones are joined by commas, and everything is parsed in the invariant culture.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TextValue
{
    private readonly Delivery _context;
    private readonly string _source;
    private readonly string _key;
    private readonly StringValues _values;

    /// <param name="context">The delivery.</param>
    /// <param name="source">What a sender calls the place: <see cref="ValueSources"/>.</param>
    /// <param name="key">The name of the value there.</param>
    /// <param name="values">What was sent.</param>
    internal TextValue(Delivery context, string source, string key, StringValues values)
    {
        _context = context;
        _source = source;
        _key = key;
        _values = values;
    }

    private bool IsMissing => _values.Count == 0;

    /// <summary>The text; missing is an error.</summary>
    public string Text() => IsMissing ? Missing<string>()! : _values.ToString();

    /// <summary>The text, or another.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public string? TextOr(string? otherwise) => IsMissing ? otherwise : _values.ToString();

    /// <summary>What was sent, as it is; missing is an error.</summary>
    public StringValues Values() => IsMissing ? Missing<StringValues>() : _values;

    /// <summary>What was sent, or <see langword="null"/>.</summary>
    public StringValues? ValuesOrNull() => IsMissing ? default(StringValues?) : _values;

    /// <summary>What was sent, or other values.</summary>
    public StringValues ValuesOr(StringValues otherwise) => IsMissing ? otherwise : _values;

    /// <summary>A parsed value; missing or malformed is an error.</summary>
    public T Parse<T>()
        where T : IParsable<T> => Read<T, Parsed<T>>();

    /// <summary>A parsed value, or <see langword="null"/> where it is missing; malformed is an error.</summary>
    public T? ParseOrNull<T>()
        where T : struct, IParsable<T> => ReadOrNull<T, Parsed<T>>();

    /// <summary>A parsed value, or another where it is missing; malformed is an error.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public T? ParseOr<T>(T? otherwise)
        where T : IParsable<T> => ReadOr<T, Parsed<T>>(otherwise);

    /// <summary>A member of an enumeration by name in any case, or by number; missing or malformed is an error.</summary>
    public T Member<T>()
        where T : struct, Enum => Read<T, Member<T>>();

    /// <summary>A member of an enumeration, or <see langword="null"/> where it is missing.</summary>
    public T? MemberOrNull<T>()
        where T : struct, Enum => ReadOrNull<T, Member<T>>();

    /// <summary>A member of an enumeration, or another where it is missing.</summary>
    public T MemberOr<T>(T otherwise)
        where T : struct, Enum => ReadOr<T, Member<T>>(otherwise);

    /// <summary>A value; missing or malformed is an error.</summary>
    public T Read<T, TReader>()
        where TReader : ITextReader<T> => IsMissing ? Missing<T>()! : ReadOne<T, TReader>(_values.ToString());

    /// <summary>A value, or <see langword="null"/> where it is missing; malformed is an error.</summary>
    public T? ReadOrNull<T, TReader>()
        where T : struct
        where TReader : ITextReader<T> => IsMissing ? null : ReadOne<T, TReader>(_values.ToString());

    /// <summary>A value, or another where it is missing; malformed is an error.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public T? ReadOr<T, TReader>(T? otherwise)
        where TReader : ITextReader<T> => IsMissing ? otherwise : ReadOne<T, TReader>(_values.ToString());

    /// <summary>Every value on its own; none is an empty array.</summary>
    public T[] All<T, TReader>()
        where TReader : ITextReader<T>
    {
        var all = new T[_values.Count];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = ReadOne<T, TReader>(_values[i] ?? "");
        }

        return all;
    }

    /// <summary>Every value on its own, or another array where there is none.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public T[]? AllOr<T, TReader>(T[]? otherwise)
        where TReader : ITextReader<T> => IsMissing ? otherwise : All<T, TReader>();

    /// <summary>Every value on its own; none is an empty list.</summary>
    public List<T> List<T, TReader>()
        where TReader : ITextReader<T> => [.. All<T, TReader>()];

    /// <summary>Every value on its own, or another list where there is none.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public List<T>? ListOr<T, TReader>(List<T>? otherwise)
        where TReader : ITextReader<T> => IsMissing ? otherwise : List<T, TReader>();

    private T ReadOne<T, TReader>(string text)
        where TReader : ITextReader<T>
    {
        if (!TReader.TryRead(text, out var value))
        {
            // The value itself is not repeated: it may be personal, and a sender knows what it sent.
            _context.Fail(_key, $"The {_source} '{_key}' is not a valid {TypeNames.For(typeof(T))}.");
        }

        return value!;
    }

    private T? Missing<T>()
    {
        _context.Fail(_key, $"The {_source} '{_key}' is required.");
        return default;
    }
}
