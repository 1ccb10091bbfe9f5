using System.Text;

namespace Hooklatch.Tests.Pipeline;

/// <summary>A sender's text in a log: one line, short, and nothing that a terminal acts on.</summary>
public sealed class LogTextTests
{
    [Theory]
    [InlineData(null, "-")]
    [InlineData("", "")]
    [InlineData("72d3162e-cc78-11e3", "72d3162e-cc78-11e3")]
    [InlineData("grüße", "grüße")]
    [InlineData("a\r\nb", @"a\u000D\u000Ab")]
    [InlineData("\u001b[31mred", @"\u001B[31mred")]
    [InlineData("\0\t\u007f\u0085", @"\u0000\u0009\u007F\u0085")]
    [InlineData("a\u2028b\u2029c", @"a\u2028b\u2029c")]
    [InlineData("\u202egnp.exe", @"\u202Egnp.exe")]
    [InlineData("zero\u200bwidth\ufeff", @"zero\u200Bwidth\uFEFF")]
    [InlineData("😀", "😀")]
    [InlineData("\U0001F469\u200D\U0001F4BB", "\U0001F469\u200D\U0001F4BB")]
    public void Text_is_shown_as_one_line(string? text, string shown) => Assert.Equal(shown, LogText.Safe(text));

    [Theory]
    [InlineData('\uD83D')]
    [InlineData('\uDE00')]
    public void Half_a_surrogate_pair_is_shown_as_a_replacement(char half) => Assert.Equal(@"a\uFFFDb", LogText.Safe($"a{half}b"));

    [Theory]
    [InlineData("x", 200)]
    [InlineData("ü", 200)]
    public void Two_hundred_characters_are_shown_in_full(string character, int count)
    {
        var text = new StringBuilder().Insert(0, character, count).ToString();
        Assert.Equal(text, LogText.Safe(text));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("ü")]
    [InlineData("\n")]
    [InlineData("😀")]
    public void Longer_text_is_cut_between_characters(string character)
    {
        var shown = LogText.Safe(new StringBuilder().Insert(0, character, 201).ToString());

        Assert.InRange(shown.Length, 190, 200);
        Assert.EndsWith("…", shown, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(shown[^2]));
    }
}
