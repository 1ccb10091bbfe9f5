using System.Globalization;
using System.Text;

namespace Hooklatch.Json;

/// <summary>One step of a path.</summary>
/// <param name="Name">The property; <see langword="null"/> for an element.</param>
/// <param name="Index">The element's index; -1 for every element.</param>
internal readonly record struct JsonPathStep(string? Name, int Index)
{
    private const string Special = @".[]|\$";

    public static JsonPathStep Every { get; } = new(null, -1);

    public bool IsEvery => Name is null && Index < 0;

    public byte[] Utf8Name => Encoding.UTF8.GetBytes(Name!);

    /// <summary>The path that the step leads to, as an author writes it.</summary>
    public string AppendTo(string path) =>
        IsEvery ? path + "[*]"
        : Name is null ? string.Create(CultureInfo.InvariantCulture, $"{path}[{Index}]")
        : path.Length == 0 ? Escaped
        : $"{path}.{Escaped}";

    private string Escaped => string.Concat(Name!.Select(c => Special.Contains(c) ? $@"\{c}" : c.ToString()));
}
