using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Hooklatch.Http;

namespace Hooklatch.Json;

/// <summary>
/// The values that a shape has found in one document. Generated code reads each of them, and then ends the reading once: what is wrong with the
/// document or a value is told to the sender, and memory goes back to its pool.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct JsonValues
{
    private readonly JsonShape _shape;
    private readonly ReadOnlyMemory<byte> _document;
    private readonly BindingErrors _errors;
    private FoundPlaces _places;
    private bool _isJson;
    private bool _repeatsName;

    private JsonValues(ReadOnlyMemory<byte> document, JsonShape shape, BindingErrors errors) =>
        (_document, _shape, _errors) = (document, shape, errors);

    /// <summary>Whether a property on the way to a value is repeated.</summary>
    public readonly bool RepeatsName => _repeatsName;

    internal readonly ReadOnlySpan<byte> Document => _document.Span;

    /// <summary>Finds values of a document that is not bound, such as an event. What is wrong elsewhere in it is for whoever binds it.</summary>
    /// <param name="document">The document, without a byte order mark.</param>
    /// <param name="shape">What is looked for.</param>
    /// <param name="errors">Receives what is wrong with the values; the default takes no notice.</param>
    /// <returns>The values.</returns>
    public static JsonValues Find(ReadOnlyMemory<byte> document, JsonShape shape, BindingErrors errors = default)
    {
        var values = new JsonValues(document, shape, errors);
        var duplicates = default(JsonDuplicates);
        values._isJson = JsonWalk.TryFind(document.Span, shape, ref values._places, ref duplicates);
        if (values._isJson)
        {
            values._repeatsName = duplicates.Any;
            duplicates.Report(errors);
        }

        return values;
    }

    /// <summary>Finds the values of a document that is bound, in the same pass that holds all of it to <see cref="JsonRule"/>.</summary>
    /// <param name="document">The document, without a byte order mark.</param>
    /// <param name="shape">What is looked for.</param>
    /// <param name="errors">Receives what is wrong with the values.</param>
    /// <returns>The values.</returns>
    internal static JsonValues Bind(ReadOnlyMemory<byte> document, JsonShape shape, BindingErrors errors)
    {
        var values = new JsonValues(document, shape, errors);
        var duplicates = default(JsonDuplicates);
        var names = JsonNames.Rent();
        values._isJson = JsonWalk.TryFind(document.Span, shape, ref values._places, ref duplicates, names);
        names.Return();
        if (values._isJson)
        {
            duplicates.Report(errors);
        }

        return values;
    }

    /// <summary>A value that has to be there; an error if it is missing or wrong.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TValue">How the type is read.</typeparam>
    /// <param name="index">The number of its path in the shape.</param>
    /// <returns>The value, which is only of use if there are no errors.</returns>
    public T Required<T, TValue>(int index)
        where TValue : struct, IJsonValue<T>
    {
        if (!TryRead<T, TValue>(index, out var value) && _isJson)
        {
            _errors.Add(_shape.PathOf(index), JsonErrors.Required(_shape.PathOf(index)));
        }

        return value!;
    }

    /// <summary>A value, or a fallback if there is none; an error if it is wrong.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TValue">How the type is read.</typeparam>
    /// <param name="index">The number of its path in the shape.</param>
    /// <param name="fallback">What stands for an absent value.</param>
    /// <returns>The value, which is only of use if there are no errors.</returns>
    [return: NotNullIfNotNull(nameof(fallback))]
    public T? Or<T, TValue>(int index, T? fallback)
        where TValue : struct, IJsonValue<T> => TryRead<T, TValue>(index, out var value) ? value! : fallback;

    /// <summary>A value, or <see langword="null"/> if there is none; an error if it is wrong.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <typeparam name="TValue">How the type is read.</typeparam>
    /// <param name="index">The number of its path in the shape.</param>
    /// <returns>The value, which is only of use if there are no errors.</returns>
    public T? OrNull<T, TValue>(int index)
        where T : struct
        where TValue : struct, IJsonValue<T> => TryRead<T, TValue>(index, out var value) ? value : null;

    /// <summary>What a provider calls something, by name or by number; <see langword="null"/> if there is nothing of the kind.</summary>
    /// <param name="index">The number of its path in the shape.</param>
    /// <returns>The text.</returns>
    public string? Text(int index) => Or<string, JsonIdentifier>(index, null);

    /// <summary>Ends the reading.</summary>
    /// <returns>Whether the document was one well-formed JSON document in UTF-8; if not, there are no values.</returns>
    public bool End()
    {
        _places.Return();
        return _isJson;
    }

    /// <summary>A reader on the value's first token.</summary>
    internal readonly Utf8JsonReader Token(in JsonPlace place)
    {
        var isContainer = Document[place.Start] is (byte)'{' or (byte)'[';
        var reader = new Utf8JsonReader(Document[place.Start..place.End], isFinalBlock: !isContainer, default);
        reader.Read();
        return reader;
    }

    /// <summary>The value's bytes, a window on the document.</summary>
    internal readonly ReadOnlyMemory<byte> Bytes(in JsonPlace place)
    {
        var hasEnd = Document[place.Start] is not ((byte)'{' or (byte)'[') || place.End > place.Start + 1;
        return _document[place.Start..(hasEnd ? place.End : JsonSyntax.Value(Document, place.Start, depth: 0))];
    }

    /// <summary>Reads the elements of an array up to the first that is wrong.</summary>
    /// <returns>What is wrong with it, or with the array.</returns>
    internal string? ReadElements<T, TItem>(in JsonPlace array, ref JsonBuffer<T> elements)
        where TItem : struct, IJsonValue<T>
    {
        if (Document[array.Start] != (byte)'[')
        {
            return JsonErrors.ExpectedArray;
        }

        return array.List is { } list ? ReadRows<T, TItem>(in array, list, ref elements) : ReadItems<T, TItem>(in array, ref elements);
    }

    private string? ReadItems<T, TItem>(in JsonPlace array, ref JsonBuffer<T> elements)
        where TItem : struct, IJsonValue<T>
    {
        string? error = null;
        var cursor = JsonCursor.At(Document, array.Start);
        for (cursor.Read(); error is null && cursor.TokenType is not (JsonTokenType.EndArray or JsonTokenType.None); cursor.Read())
        {
            cursor.Skip();
            error = ReadElement<T, TItem>(JsonPlace.Of(in cursor), ref elements);
        }

        return error;
    }

    private string? ReadRows<T, TItem>(in JsonPlace array, ShapeList list, ref JsonBuffer<T> elements)
        where TItem : struct, IJsonValue<T>
    {
        var gathered = list.Number < 0 ? default : _places[_shape.Count + list.Number];
        if (list.Number < 0 || gathered.End < 0)
        {
            return FindAndReadRows<T, TItem>(in array, list, ref elements);
        }

        string? error = null;
        for (var i = 0; error is null && i < gathered.End; i++)
        {
            var place = JsonPlace.Of(in _places[gathered.Start + i * list.Lanes.Length + array.Lane], list.Lanes[array.Lane]);
            error = ReadElement<T, TItem>(in place, ref elements);
        }

        return error;
    }

    private string? FindAndReadRows<T, TItem>(in JsonPlace array, ShapeList list, ref JsonBuffer<T> elements)
        where TItem : struct, IJsonValue<T>
    {
        string? error = null;
        var row = _places.Count;
        var duplicates = default(JsonDuplicates);
        var cursor = JsonCursor.At(Document, array.Start);
        for (cursor.Read(); error is null && cursor.TokenType is not (JsonTokenType.EndArray or JsonTokenType.None); cursor.Read())
        {
            JsonWalk.FindRow(ref cursor, list, ref _places, ref duplicates);
            error = ReadElement<T, TItem>(JsonPlace.Of(in _places[row + array.Lane], list.Lanes[array.Lane]), ref elements);
            _places.Cut(row);
        }

        duplicates.Report(_errors);
        return error;
    }

    private string? ReadElement<T, TItem>(in JsonPlace place, ref JsonBuffer<T> elements)
        where TItem : struct, IJsonValue<T>
    {
        T? value;
        var error = place.IsPresent ? TItem.Read(ref this, in place, out value) : TItem.ReadAbsent(out value);
        elements.Add(value!);
        return error;
    }

    /// <returns>Whether the value is there, right or wrong.</returns>
    private bool TryRead<T, TValue>(int index, out T? value)
        where TValue : struct, IJsonValue<T>
    {
        value = default;
        var place = _isJson ? JsonPlace.Of(in _places[index], _shape.SlotOf(index)) : default;
        if (!place.IsPresent)
        {
            return false;
        }

        try
        {
            if (TValue.Read(ref this, in place, out value) is { } error)
            {
                _errors.Add(_shape.PathOf(index), JsonErrors.Invalid(_shape.PathOf(index), error));
            }
        }
        catch (InvalidOperationException)
        {
            // The answer to an escaped surrogate without its other half, once a string is unescaped.
            _isJson = false;
        }

        return true;
    }
}
