using System.Text;

namespace Hooklatch.Bodies.Forms;

/// <summary>
/// The fields of a form that say who sends it, read before it is verified: only those that are asked for are kept, and no more bytes than are
/// allowed. They are read by the parser that reads the form for a handler. A field that is repeated has no value, whatever the case of its name,
/// because a handler ignores it.
/// </summary>
/// <param name="names">The fields.</param>
/// <param name="maxBytes">The most bytes that their values may have together.</param>
internal sealed class FormValues(IReadOnlyList<string> names, long maxBytes)
{
    private readonly byte[]?[] _values = new byte[]?[names.Count];
    private readonly bool[] _isRepeated = new bool[names.Count];
    private long _bytes;

    /// <summary>Whether the form is well-formed and within its limits.</summary>
    public bool IsReadable => Failure is null;

    /// <summary>Why the form cannot be read to its end; <see langword="null"/> where it can.</summary>
    public FormFailure? Failure { get; private set; }

    /// <summary>Whether the form holds anything else.</summary>
    public bool HasOthers { get; private set; }

    /// <summary>Whether a field that was asked for is repeated.</summary>
    public bool RepeatsName => Array.IndexOf(_isRepeated, true) >= 0;

    /// <summary>The value of the one field of a name; <see langword="null"/> where there is none, or several.</summary>
    public string? Text(string name) => Bytes(name) is { } value ? Encoding.UTF8.GetString(value) : null;

    /// <inheritdoc cref="Text"/>
    public byte[]? Bytes(string name) => NumberOf(name) is >= 0 and var number && !_isRepeated[number] ? _values[number] : null;

    /// <summary>Takes the next field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, in UTF-8.</param>
    /// <returns>Why the form is rejected, or <see langword="null"/>.</returns>
    public FormFailure? Take(string name, ReadOnlySpan<byte> value)
    {
        if (NumberOf(name) is not (>= 0 and var number))
        {
            HasOthers = true;
            return null;
        }

        if (_values[number] is not null || _isRepeated[number] || name != names[number])
        {
            (_values[number], _isRepeated[number]) = (null, true);
            return null;
        }

        _bytes += value.Length;
        if (_bytes > maxBytes)
        {
            return FormFailure.Limit($"The fields that verify a form are longer than {maxBytes} bytes.", name);
        }

        _values[number] = value.ToArray();
        return null;
    }

    /// <summary>Takes the next file: one of the name of a field is a second value.</summary>
    public void TakeFile(string name)
    {
        if (NumberOf(name) is >= 0 and var number)
        {
            (_values[number], _isRepeated[number]) = (null, true);
        }

        HasOthers = true;
    }

    /// <summary>Forgets everything: the form cannot be read to its end.</summary>
    public FormValues Fail(FormFailure failure)
    {
        Array.Clear(_values);
        Failure = failure;
        return this;
    }

    private int NumberOf(string name)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (name.Equals(names[i], StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
