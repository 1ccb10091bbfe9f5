using System.Text;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Bodies.Forms;

/// <summary>Collects the fields and files of one form, counting them.</summary>
/// <param name="limits">What the form may consist of.</param>
/// <param name="selected">Takes everything in place of the form, where only some fields are asked for.</param>
internal sealed class FormBuilder(FormLimits limits, FormValues? selected = null)
{
    private readonly Dictionary<string, StringValues> _fields = new(StringComparer.OrdinalIgnoreCase);
    private FormFileCollection? _files;
    private int _fieldCount;

    /// <summary>Counts a field before its value is read.</summary>
    public FormFailure? CountField() =>
        ++_fieldCount > limits.MaxFields ? FormFailure.Limit($"The form has more than {limits.MaxFields} fields.") : null;

    /// <summary>Adds a field.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value as it was sent, without the encoding of the form.</param>
    /// <param name="isAscii">Whether the sender says that the text is US-ASCII.</param>
    public FormFailure? AddField(string name, ReadOnlySpan<byte> value, bool isAscii = false)
    {
        if (!Utf8.IsValid(value))
        {
            return FormFailure.Malformed("The value of a field is not UTF-8.", name);
        }

        if (isAscii && !(Ascii.IsValid(value) && Ascii.IsValid(name)))
        {
            return FormFailure.Malformed("The text of a field is not the US-ASCII that its charset says.", name);
        }

        if (selected is not null)
        {
            return selected.Take(name, value);
        }

        var text = Encoding.UTF8.GetString(value);
        _fields[name] = _fields.TryGetValue(name, out var earlier) ? StringValues.Concat(earlier, text) : text;
        return null;
    }

    public void AddFile(IFormFile file)
    {
        if (selected is not null)
        {
            selected.TakeFile(file.Name);
            return;
        }

        (_files ??= []).Add(file);
    }

    public FormReadResult Build() => new(new FormCollection(_fields, _files), Failure: null);
}
