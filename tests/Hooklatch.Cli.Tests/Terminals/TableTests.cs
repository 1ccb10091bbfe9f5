using Hooklatch.Cli.Terminals;

namespace Hooklatch.Cli.Tests.Terminals;

/// <summary>A table never wraps, whatever stands in it.</summary>
public sealed class TableTests
{
    [Fact]
    public void What_does_not_fit_is_cut_where_there_is_most_of_it()
    {
        var table = new Table("A", "B", "C");
        table.Add("short", new string('b', 100), new string('c', 60));
        table.Add("x", "y", null);

        var lines = table.Lines(80).Select(line => line.Text).ToArray();

        Assert.All(lines, line => Assert.InRange(line.Length, 1, 80));
        Assert.Contains("short  ", lines[1], StringComparison.Ordinal);
        Assert.Contains("…", lines[1], StringComparison.Ordinal);
        Assert.Equal(lines[1].IndexOf('b'), lines[2].IndexOf('y'));
    }

    [Theory]
    [InlineData("日本語のテキストがここにあります")]
    [InlineData("🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀🚀")]
    [InlineData("a\u0301\u0301\u0301\u0301\u0301\u0301")]
    public void Wide_characters_count_as_the_cells_they_take(string text)
    {
        var table = new Table("A", "B");
        table.Add(text, text);

        Assert.All(table.Lines(20), line => Assert.InRange(CellWidth.Of(line.Text), 1, 20));
    }

    [Fact]
    public void Line_ends_and_escapes_stay_in_their_row()
    {
        var table = new Table("A");
        table.Add("a\r\nb\u2028c\e[2J");

        Assert.Equal(2, table.Lines(80).Count());
        Assert.DoesNotContain(table.Lines(80), line => line.Text.Contains('\n') || line.Text.Contains('\e'));
    }

    [Theory]
    [InlineData("2h", "2023-11-14T20:13:20Z")]
    [InlineData("90s", "2023-11-14T22:11:50Z")]
    [InlineData("7d", "2023-11-07T22:13:20Z")]
    [InlineData("1.5h", "2023-11-14T20:43:20Z")]
    [InlineData("1700000000", "2023-11-14T22:13:20Z")]
    [InlineData("2026-01-31T12:00:00+01:00", "2026-01-31T11:00:00Z")]
    [InlineData("2026-01-31", "2026-01-31T00:00:00Z")]
    public void Times_are_read_as_people_write_them(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), TimeText.Point(text, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("h")]
    [InlineData("-2h")]
    [InlineData("99999999999999999999d")]
    [InlineData("999999999999999")]
    public void What_is_no_time_is_refused(string text) =>
        Assert.Throws<ToolException>(() => TimeText.Point(text, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000)));
}
