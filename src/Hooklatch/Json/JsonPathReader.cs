using System.Globalization;
using System.Text;

namespace Hooklatch.Json;

/// <summary>
/// Takes paths such as <c>commits[*].author.name|head.author.name</c> apart. Their grammar is that of <see cref="FromJsonAttribute"/>; the compiler
/// has rejected those that are malformed.
/// </summary>
internal static class JsonPathReader
{
    /// <summary>The steps of each alternative, in order; none for the document itself.</summary>
    public static List<List<JsonPathStep>> Read(string path)
    {
        var alternatives = new List<List<JsonPathStep>> { new() };
        var name = new StringBuilder();
        for (var i = 0; i < path.Length; i++)
        {
            switch (path[i])
            {
                case '\\':
                    name.Append(path[++i]);
                    break;
                case '$' when IsRoot(path, i, isFirst: i == 0 || (path[i - 1] == '|' && name.Length == 0)):
                    break;
                case '[':
                    EndName();
                    var end = path.IndexOf(']', i);
                    var index = path.AsSpan(i + 1, end - i - 1);
                    alternatives[^1].Add(index is "*" ? JsonPathStep.Every : new(null, int.Parse(index, CultureInfo.InvariantCulture)));
                    i = end;
                    break;
                case '.':
                    EndName();
                    break;
                case '|':
                    EndName();
                    alternatives.Add([]);
                    break;
                default:
                    name.Append(path[i]);
                    break;
            }
        }

        EndName();
        return alternatives;

        void EndName()
        {
            if (name.Length > 0)
            {
                alternatives[^1].Add(new(name.ToString(), 0));
                name.Clear();
            }
        }
    }

    /// <summary>Whether the dollar sign is the document, and not the beginning of a name.</summary>
    private static bool IsRoot(string path, int at, bool isFirst) =>
        isFirst && (at + 1 == path.Length || path[at + 1] is '.' or '[' or '|');
}
