using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Analyzers.Tests.Testing;

/// <summary>Source text with its diagnostics in place, as in <c>[Webhook({|HL0001:"orders"|})]</c>.</summary>
internal static partial class Markup
{
    public static string Remove(string marked) => Marks().Replace(marked, "");

    /// <summary>Marks what was found. A finding without a place stands, empty, at the start.</summary>
    public static string Add(string source, IEnumerable<Diagnostic> findings)
    {
        var marked = new StringBuilder();
        var open = new Stack<int>();
        var outermostFirst = new Queue<Diagnostic>(
            findings
                .OrderBy(finding => finding.Location.SourceSpan.Start)
                .ThenByDescending(finding => finding.Location.SourceSpan.End)
                .ThenBy(finding => finding.Id, StringComparer.Ordinal)
        );
        for (var position = 0; position <= source.Length; position++)
        {
            Close(position);
            while (outermostFirst.TryPeek(out var next) && next.Location.SourceSpan.Start == position)
            {
                marked.Append($"{{|{outermostFirst.Dequeue().Id}:");
                open.Push(next.Location.SourceSpan.End);
                if (next.Location.SourceSpan.IsEmpty)
                {
                    Close(position);
                }
            }

            marked.Append(source.AsSpan(position, Math.Min(1, source.Length - position)));
        }

        return marked.ToString();

        void Close(int position)
        {
            while (open.TryPeek(out var end) && end == position)
            {
                open.Pop();
                marked.Append("|}");
            }
        }
    }

    [GeneratedRegex(@"\{\|[A-Z]{2}\d{4}:|\|\}")]
    private static partial Regex Marks();
}
