using System.Text.Unicode;

namespace Hooklatch.Json;

/// <summary>
/// What holds for every JSON body that is bound, in whatever way, and for all of it, whoever asks for it: it is one document of strict JSON
/// (RFC 8259) in UTF-8, at most 64 levels deep, whose objects repeat no name, and whose strings and names are text, without half a surrogate pair.
/// </summary>
internal static class JsonRule
{
    /// <summary>Whether a document keeps the rule. <see cref="JsonWalk"/> checks the same in the pass that finds values.</summary>
    public static bool Holds(ReadOnlySpan<byte> document)
    {
        if (!Utf8.IsValid(document))
        {
            return false;
        }

        var names = JsonNames.Rent();
        var end = JsonSyntax.Value(document, JsonSyntax.Blank(document, 0), depth: 0, names);
        names.Return();
        return end >= 0 && JsonSyntax.Blank(document, end) == document.Length;
    }
}
