using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Binding;

/// <summary>
/// The text that a request gives for one parameter, before it becomes a value. Values are read as ASP.NET Core's minimal APIs read them:
/// repeated ones are joined by commas, and everything is parsed in the invariant culture.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct TextValue
{
    private readonly WebhookContext _context;
    private readonly string _key;
    private readonly StringValues _values;

    internal TextValue(WebhookContext context, string key, StringValues values)
    {
        _context = context;
        _key = key;
        _values = values;
    }

    /// <summary>The text; missing is an error.</summary>
    public string Text() => _values.Count > 0 ? _values.ToString() : Missing("")!;

    /// <summary>The text, or <see langword="null"/>.</summary>
    public string? TextOrNull() => _values.Count > 0 ? _values.ToString() : null;

    /// <summary>The text, or another.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public string? TextOr(string? otherwise) => TextOrNull() ?? otherwise;

    /// <summary>Every text on its own; none is an empty array.</summary>
    public string[] Texts() => _values.ToArray()!;

    /// <summary>Every text on its own, or <see langword="null"/>.</summary>
    public string[]? TextsOrNull() => _values.Count > 0 ? Texts() : null;

    /// <summary>Every text on its own, or another array.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public string[]? TextsOr(string[]? otherwise) => TextsOrNull() ?? otherwise;

    /// <summary>What was sent, as it is.</summary>
    public StringValues Values() => _values;

    /// <summary>What was sent, or <see langword="null"/>.</summary>
    public StringValues? ValuesOrNull() => _values.Count > 0 ? _values : default(StringValues?);

    /// <summary>What was sent, or other values.</summary>
    public StringValues ValuesOr(StringValues otherwise) => _values.Count > 0 ? _values : otherwise;

    /// <summary>A parsed value; missing or malformed is an error.</summary>
    public T Parse<T>()
        where T : IParsable<T> => _values.Count > 0 ? ParseOne<T>(_values.ToString()) : Missing<T>(default)!;

    /// <summary>A parsed value, or <see langword="null"/> where it is missing or empty; malformed is an error.</summary>
    public T? ParseOrNull<T>()
        where T : struct, IParsable<T> => IsEmpty ? null : ParseOne<T>(_values.ToString());

    /// <summary>A parsed value, or another where it is missing or empty; malformed is an error.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public T? ParseOr<T>(T? otherwise)
        where T : IParsable<T> => IsEmpty ? otherwise : ParseOne<T>(_values.ToString());

    /// <summary>Every value parsed on its own; none is an empty array.</summary>
    public T[] ParseAll<T>()
        where T : IParsable<T>
    {
        var parsed = new T[_values.Count];
        for (var i = 0; i < parsed.Length; i++)
        {
            parsed[i] = ParseOne<T>(_values[i] ?? "");
        }

        return parsed;
    }

    /// <summary>Every value parsed on its own, or <see langword="null"/>.</summary>
    public T[]? ParseAllOrNull<T>()
        where T : IParsable<T> => _values.Count > 0 ? ParseAll<T>() : null;

    /// <summary>Every value parsed on its own, or another array.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public T[]? ParseAllOr<T>(T[]? otherwise)
        where T : IParsable<T> => ParseAllOrNull<T>() ?? otherwise;

    /// <summary>A member of an enumeration by name in any case, or by number; missing or malformed is an error.</summary>
    public T Member<T>()
        where T : struct, Enum => _values.Count > 0 ? MemberOf<T>(_values.ToString()) : Missing<T>(default);

    /// <summary>A member of an enumeration, or <see langword="null"/> where it is missing or empty.</summary>
    public T? MemberOrNull<T>()
        where T : struct, Enum => IsEmpty ? null : MemberOf<T>(_values.ToString());

    /// <summary>A member of an enumeration, or another where it is missing or empty.</summary>
    public T MemberOr<T>(T otherwise)
        where T : struct, Enum => MemberOrNull<T>() ?? otherwise;

    /// <summary>Every member on its own; none is an empty array.</summary>
    public T[] Members<T>()
        where T : struct, Enum
    {
        var members = new T[_values.Count];
        for (var i = 0; i < members.Length; i++)
        {
            members[i] = MemberOf<T>(_values[i] ?? "");
        }

        return members;
    }

    /// <summary>Every member on its own, or <see langword="null"/>.</summary>
    public T[]? MembersOrNull<T>()
        where T : struct, Enum => _values.Count > 0 ? Members<T>() : null;

    /// <summary>Every member on its own, or another array.</summary>
    [return: NotNullIfNotNull(nameof(otherwise))]
    public T[]? MembersOr<T>(T[]? otherwise)
        where T : struct, Enum => MembersOrNull<T>() ?? otherwise;

    private bool IsEmpty => StringValues.IsNullOrEmpty(_values);

    private T ParseOne<T>(string text)
        where T : IParsable<T> => T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : Malformed<T>(typeof(T).Name);

    private T MemberOf<T>(string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var member) ? member : Malformed<T>(string.Join(", ", Enum.GetNames<T>()));

    private T? Missing<T>(T? placeholder)
    {
        (_context.Errors ??= new BindingErrors()).Add(_key, "A value is required.");
        return placeholder;
    }

    private T Malformed<T>(string expected)
    {
        (_context.Errors ??= new BindingErrors()).Add(_key, $"The value is not valid; expected: {expected}.");
        return default!;
    }
}
