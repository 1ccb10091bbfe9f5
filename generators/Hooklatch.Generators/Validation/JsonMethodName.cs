using System.Text;

namespace Hooklatch.Generators.Validation;

/// <summary>Names a position by its path: <c>commits[*].author_name</c> becomes <c>CommitsItemAuthorName</c>.</summary>
internal static class JsonMethodName
{
    public static string Of(string path)
    {
        var name = new StringBuilder();
        var startsWord = true;
        foreach (var c in path.Replace("[*]", ".item").Replace("[", ".item"))
        {
            if (char.IsLetterOrDigit(c))
            {
                name.Append(startsWord ? char.ToUpperInvariant(c) : c);
            }

            startsWord = !char.IsLetterOrDigit(c);
        }

        return name.ToString();
    }
}
