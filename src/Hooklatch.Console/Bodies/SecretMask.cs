using System.Text;

namespace Hooklatch.Console.Bodies;

/// <summary>Masks secrets in the values and texts of one body, and counts them.</summary>
/// <param name="names">Names whose values are secrets.</param>
internal sealed class SecretMask(SecretNames names)
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Text = "••••••";

    private readonly List<TextRange> _found = [];

    /// <summary>How many values are masked.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the value of a name is a secret.</summary>
    public bool Hides(string name) => names.Match(name);

    /// <summary>Counts a value that is not shown.</summary>
    public string Hide()
    {
        Count++;
        return Text;
    }

    /// <summary>Takes back what was counted for a text that is not shown.</summary>
    public void Forget(int count) => Count = count;

    /// <summary>The value of a member or a field: without what looks like a key, and without values behind the name of a secret.</summary>
    public string InValue(string value) => Mask(value, isProse: true);

    /// <summary>A text that is no document, or is none that can be read.</summary>
    public string InText(string text) => Mask(text, isProse: false);

    /// <summary>Where secrets are in a text, in its order; none overlaps another.</summary>
    public IReadOnlyList<TextRange> Find(ReadOnlySpan<char> text, bool isProse)
    {
        _found.Clear();
        KnownKeys.Find(text, _found);
        new NamedSecrets(names, isProse).Find(text, _found);
        return Merge(_found);
    }

    private string Mask(string text, bool isProse)
    {
        var secrets = Find(text, isProse);
        if (secrets.Count == 0)
        {
            return text;
        }

        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var secret in secrets)
        {
            masked.Append(text, at, secret.Start - at).Append(Hide());
            at = secret.End;
        }

        return masked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>What overlaps or touches becomes one.</summary>
    internal static List<TextRange> Merge(List<TextRange> ranges)
    {
        var merged = new List<TextRange>(ranges.Count);
        foreach (var range in ranges.OrderBy(range => range.Start))
        {
            if (merged.Count > 0 && range.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, range.End) };
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged;
    }
}
