using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Common;

/// <summary>
/// Reads what an author wrote in <c>/// &lt;summary&gt;</c>. The compiler hands out documentation only where a documentation file is asked
/// for, so the comment itself is read.
/// </summary>
internal static class Documentation
{
    private const RegexOptions Options = RegexOptions.Singleline | RegexOptions.CultureInvariant;

    /// <summary>The summary as plain text on one line; <see langword="null"/> where there is none.</summary>
    public static string? SummaryOf(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var comment = string.Join("\n", LinesOf(reference.GetSyntax(cancellation)));
            if (Regex.Match(comment, "<summary>(.*?)</summary>", Options) is { Success: true } summary)
            {
                return Plain(summary.Groups[1].Value) is { Length: > 0 } text ? text : null;
            }
        }

        return null;
    }

    private static IEnumerable<string> LinesOf(SyntaxNode declaration) =>
        declaration
            .GetLeadingTrivia()
            .ToFullString()
            .Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("///", StringComparison.Ordinal))
            .Select(line => line.Substring(3));

    private static string Plain(string markup)
    {
        var named = Regex.Replace(markup, "<(?:see|paramref|typeparamref)\\s+\\w+=\"(?:[^\"]*[.:])?([^\"]*)\"\\s*/>", "$1", Options);
        var text = Regex.Replace(named, "<[^>]*>", "", Options);
        return Regex
            .Replace(text, "\\s+", " ", Options)
            .Trim()
            .Replace("&lt;", "<")
            .Replace("&gt;", ">")
            .Replace("&quot;", "\"")
            .Replace("&amp;", "&");
    }
}
