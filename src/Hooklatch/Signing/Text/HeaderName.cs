using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Hooklatch.Signing.Text;

/// <summary>
/// A header that a provider sends under one of several names, <c>X-Acme-Topic|Acme-Topic</c>. It counts as one header: what stands under two of its
/// names at once stands twice.
/// </summary>
internal static class HeaderName
{
    public const char Divider = '|';

    /// <summary>The names of the headers that go by several. They are written in attributes, so that there are as many as a plugin declares.</summary>
    private static readonly ConcurrentDictionary<string, string[]> Divided = new(StringComparer.Ordinal);

    /// <summary>Each name.</summary>
    public static string[] NamesOf(string header) =>
        header.Contains(Divider, StringComparison.Ordinal) ? Divided.GetOrAdd(header, static one => one.Split(Divider)) : [header];

    /// <summary>Its names for people: <c>X-Acme-Topic or Acme-Topic</c>.</summary>
    public static string ForPeople(string header) => string.Join(" or ", NamesOf(header));

    /// <summary>The values under all of its names.</summary>
    public static StringValues Find(IHeaderDictionary headers, string header) =>
        header.Contains(Divider, StringComparison.Ordinal) ? FindAny(headers, NamesOf(header)) : headers[header];

    /// <summary>The name at a place of the list; the first where it has fewer.</summary>
    public static string At(string header, int place) => NamesOf(header) is var names && place < names.Length ? names[place] : names[0];

    private static StringValues FindAny(IHeaderDictionary headers, string[] names)
    {
        var found = StringValues.Empty;
        foreach (var name in names)
        {
            // An empty header counts, since one beside another is still one too many.
            found = headers[name] is { Count: > 0 } values ? StringValues.Concat(found, values) : found;
        }

        return found;
    }
}
