using System.Text;
using Hooklatch.Signing.Schemes;
using Hooklatch.Signing.Text;

namespace Hooklatch.Fuzz.Targets;

/// <summary>Structured headers: the same fields as splitting the text and looking at each piece gives, and never more than are read.</summary>
internal sealed class HeaderTarget(HeaderTarget.Reader read) : FuzzTarget("header")
{
    /// <summary>How Stripe, Paddle and Standard Webhooks write their fields.</summary>
    private static readonly (char Item, char Separator, string Field)[] Styles = [(',', '=', "v1"), (';', '=', "h1"), (' ', ',', "v1")];

    public HeaderTarget()
        : this(Fields) { }

    public delegate IReadOnlyList<string> Reader(string text, char item, char separator, string field);

    public override void Check(byte[] input)
    {
        var text = Encoding.Latin1.GetString(input);
        foreach (var (item, separator, field) in Styles)
        {
            var items = text.Split(item);
            var isTooLong = items.Length > StructuredHeader.MaxItems;
            var expected = items
                .Select(piece => piece.Trim(' '))
                .Where(piece => piece.StartsWith($"{field}{separator}", StringComparison.Ordinal))
                .Select(piece => piece[(field.Length + 1)..])
                .ToArray();
            Assert.Equal(isTooLong || expected.Length > SignatureCandidates.MaxFields ? [] : expected, read(text, item, separator, field));

            var count = StructuredHeader.Find(text, item, separator, field, out var value);
            Assert.Equal(isTooLong ? HeaderCount.Several : (HeaderCount)Math.Min(expected.Length, 2), count);
            Assert.Equal(isTooLong || expected.Length == 0 ? "" : expected[^1], value.ToString());
        }
    }

    public static IReadOnlyList<string> Fields(string text, char item, char separator, string field)
    {
        var found = new List<string>();
        var candidates = SignatureCandidates.Fields(text, item, separator, field);
        while (candidates.MoveNext())
        {
            found.Add(candidates.Current.ToString());
        }

        return found;
    }
}
