using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Tests.FromJson;

public class JsonPathParserTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("repository.full_name", "repository / full_name")]
    [InlineData("commits[*].message", "commits / * / message")]
    [InlineData("a[0][12].b", "a / #0 / #12 / b")]
    [InlineData("[*].id", "* / id")]
    [InlineData("[3]", "#3")]
    [InlineData("$", "")]
    [InlineData("$.a", "a")]
    [InlineData("$[*]", "*")]
    [InlineData("$|a", " | a")]
    [InlineData("$schema", "$schema")]
    [InlineData(@"\$", "$")]
    [InlineData("a.$", "a / $")]
    [InlineData("a|b.c|d[*]", "a | b / c | d / *")]
    [InlineData(@"a\.b\[0\]\|c\\d", @"a.b[0]|c\d")]
    [InlineData(@"\ a b\ ", " a b ")]
    [InlineData("content-type", "content-type")]
    [InlineData("naïve.日本.😀", "naïve / 日本 / 😀")]
    public void A_path_is_a_row_of_steps(string path, string expected)
    {
        var parsed = JsonPathParser.Parse(path, out var problem);

        Assert.Null(problem);
        Assert.Equal(path, parsed!.Text);
        Assert.Equal(expected, string.Join(" | ", parsed.Alternatives.Select(a => string.Join(" / ", a.Select(Describe)))));
    }

    [Theory]
    [InlineData("", 0, "a property name is missing")]
    [InlineData(".a", 0, "a property name is missing")]
    [InlineData("a.", 2, "a property name is missing")]
    [InlineData("a..b", 2, "a property name is missing")]
    [InlineData("a|", 2, "a property name is missing")]
    [InlineData("|a", 0, "a property name is missing")]
    [InlineData("a]", 1, "'.', '[' or '|' is expected here")]
    [InlineData("a[0]b", 4, "'.', '[' or '|' is expected here")]
    [InlineData("a[", 2, "an index or '*' is expected here")]
    [InlineData("a[]", 2, "an index or '*' is expected here")]
    [InlineData("a[-1]", 2, "an index or '*' is expected here")]
    [InlineData("a[x]", 2, "an index or '*' is expected here")]
    [InlineData("a[99999999999]", 2, "an index or '*' is expected here")]
    [InlineData("a[1", 3, "']' is expected here")]
    [InlineData("a[*", 3, "']' is expected here")]
    [InlineData("a[*.b", 3, "']' is expected here")]
    [InlineData(@"a\n", 1, @"a backslash stands only before . [ ] | $ \ and a space")]
    [InlineData(@"a\", 1, @"a backslash stands only before . [ ] | $ \ and a space")]
    [InlineData("a | b", 1, @"write '\ ' for a space at the edge of a name")]
    [InlineData("a| b", 2, @"write '\ ' for a space at the edge of a name")]
    public void A_malformed_path_is_a_problem_with_its_position(string path, int position, string message)
    {
        Assert.Null(JsonPathParser.Parse(path, out var problem));
        Assert.Equal(new JsonProblem(JsonProblemKind.MalformedPath, message, position), problem);
    }

    [Fact]
    public void A_path_is_at_most_as_deep_as_a_payload()
    {
        Assert.NotNull(JsonPathParser.Parse(string.Join('.', Enumerable.Repeat("a", 64)), out _));
        Assert.Null(JsonPathParser.Parse(string.Join('.', Enumerable.Repeat("a", 65)), out _));
    }

    [Fact]
    public void A_lone_surrogate_has_no_utf8_and_so_is_rejected()
    {
        Assert.Null(JsonPathParser.Parse("a.\ud800", out var problem));
        Assert.Equal(2, problem!.Position);
    }

    [Fact]
    public void Equal_paths_are_equal_models() =>
        Assert.Equal(JsonPathParser.Parse("a|b[*].c", out _), JsonPathParser.Parse("a|b[*].c", out _));

    private static string Describe(JsonPathSegment segment) =>
        segment.Kind switch
        {
            JsonPathSegmentKind.Every => "*",
            JsonPathSegmentKind.Index => $"#{segment.Index}",
            _ => segment.Name,
        };
}
