using System.ComponentModel;
using Hooklatch.Deliveries;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Binding;

/// <summary>
/// The fields of a form below one name: <c>address.city</c> is <c>city</c> below <c>address</c>, and <c>items[0].name</c> is <c>name</c>
/// below the first of <c>items</c>. Names are compared ignoring case.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FormScope
{
    private readonly Delivery _context;
    private readonly IFormCollection _form;
    private readonly string _prefix;

    internal FormScope(Delivery context, IFormCollection form, string prefix)
    {
        _context = context;
        _form = form;
        _prefix = prefix;
    }

    /// <summary>One field; of one that is repeated, the first.</summary>
    public TextValue Value(string name) => new(_context, ValueSources.Form, Path(name), First(name) ?? default(StringValues));

    /// <summary>One field that was filled in: an input that was left empty arrives as empty text, which is no value here.</summary>
    public TextValue FilledValue(string name) =>
        new(_context, ValueSources.Form, Path(name), First(name) is { Length: > 0 } text ? text : default(StringValues));

    /// <summary>The values of a field that is repeated, or that is numbered: <c>tags[0]</c>, <c>tags[1]</c>.</summary>
    public TextValue ValueList(string name)
    {
        var path = Path(name);
        if (_form.ContainsKey(path))
        {
            return new TextValue(_context, ValueSources.Form, path, _form[path]);
        }

        var form = _form;
        var numbered = Indexes().Select(i => $"{path}[{i}]").TakeWhile(form.ContainsKey).Select(key => form[key][0]);
        return new TextValue(_context, ValueSources.Form, path, numbered.ToArray());
    }

    /// <summary>A file; missing is an error.</summary>
    public IFormFile File(string name) => FormFiles.One(_context, _form, Path(name));

    /// <summary>A file, or <see langword="null"/>.</summary>
    public IFormFile? FileOrNull(string name) => _form.Files.GetFile(Path(name));

    /// <summary>The files of one name; none is an error.</summary>
    public List<IFormFile> Files(string name) => FormFiles.All(_context, _form, Path(name));

    /// <summary>The files of one name, or <see langword="null"/>.</summary>
    public List<IFormFile>? FilesOrNull(string name) => FormFiles.AllOrNull(_form, Path(name));

    /// <summary>Whether the form has a field of this name or below it.</summary>
    public bool Has(string name) => HasPath(Path(name));

    /// <summary>The fields below a name.</summary>
    public FormScope Nested(string name) => new(_context, _form, Path(name) + ".");

    /// <summary>The objects of a numbered list, as far as the numbers go without a gap.</summary>
    public T[] Array<T>(string name, Func<FormScope, T> read) => [.. List(name, read)];

    /// <summary>The objects of a numbered list, or <see langword="null"/>.</summary>
    public T[]? ArrayOrNull<T>(string name, Func<FormScope, T> read) => Has(name) ? Array(name, read) : null;

    /// <summary>The objects of a numbered list, as far as the numbers go without a gap.</summary>
    public List<T> List<T>(string name, Func<FormScope, T> read)
    {
        var path = Path(name);
        var objects = new List<T>();
        foreach (var i in Indexes())
        {
            if (!HasPath($"{path}[{i}]"))
            {
                break;
            }

            objects.Add(read(new FormScope(_context, _form, $"{path}[{i}].")));
        }

        return objects;
    }

    /// <summary>The objects of a numbered list, or <see langword="null"/>.</summary>
    public List<T>? ListOrNull<T>(string name, Func<FormScope, T> read) => Has(name) ? List(name, read) : null;

    private static IEnumerable<int> Indexes() => Enumerable.Range(0, int.MaxValue);

    private string? First(string name) => _form[Path(name)] is [var first, ..] ? first : null;

    private string Path(string name) => _prefix + name;

    private bool HasPath(string path) =>
        _form.Keys.Any(key => IsAtOrBelow(key, path)) || _form.Files.Any(file => IsAtOrBelow(file.Name, path));

    private static bool IsAtOrBelow(string key, string path) =>
        key.StartsWith(path, StringComparison.OrdinalIgnoreCase) && (key.Length == path.Length || key[path.Length] is '.' or '[');
}
