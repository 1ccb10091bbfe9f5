using System.Text;
using Hooklatch.Binding;
using Hooklatch.Http;

namespace Hooklatch.Generators.Tests.FromJson;

public class HazardTests
{
    private static readonly Projection One = Projection.Of("""[FromJson("a")] int? a, [FromJson("b.c[*].d")] string?[] d""");

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "a")]
    [InlineData("""{"a":1,"\u0061":2}""", "a")]
    [InlineData("""{"\u0061":1,"\u0061":2}""", "a")]
    [InlineData("""{"a":null,"a":2}""", "a")]
    [InlineData("""{"a":1,"a":{"x":[1]},"a":3}""", "a")]
    [InlineData("""{"b":{},"b":{"c":[]}}""", "b")]
    [InlineData("""{"b":{"c":[],"x":1,"c":[]}}""", "b.c")]
    [InlineData("""{"b":{"c":[{"d":"x"},{"d":"x","d":"y"},{"d":"x","d":"y"}]}}""", "b.c[*].d")]
    public void A_repeated_property_on_the_way_to_a_value_is_an_error(string json, string path) =>
        Assert.Equal([$"{path}: The JSON value '{path}' is not valid. Duplicate property."], One.Errors(json));

    [Theory]
    [InlineData("""{"x":1,"x":2,"A":1,"A":1}""")]
    [InlineData("""{"x":{"a":1,"a":2},"b":{"a":1,"a":2,"c":[{"a":1,"a":2}]}}""")]
    [InlineData("""{"b":{"c":[{"d":"x"},{"d":"y"}]}}""")]
    public void A_repeated_property_elsewhere_is_not(string json) => Assert.Empty(One.Errors(json));

    [Fact]
    public void A_subtree_rejects_repeated_properties_and_raw_bytes_do_not()
    {
        var projection = Projection.Of(
            """
            [FromJson("a")] JsonElement a, [FromJson("a")] JsonNode b, [FromJson("a")] ReadOnlyMemory<byte> c
            """
        );

        Assert.Equal(["a: The JSON value 'a' is not valid. Duplicate property."], projection.Errors("""{"a":[{"x":1,"\u0078":1}]}"""));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":1}}""")]
    [InlineData("""{"a":1} x""")]
    [InlineData("""{"a":1}{"a":1}""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":1}//""")]
    [InlineData("""{"a":/**/1}""")]
    [InlineData("""{a:1}""")]
    [InlineData("""{'a':1}""")]
    [InlineData("""{"a":01}""")]
    [InlineData("""{"a":NaN}""")]
    [InlineData("""{"a":1,"x":tru}""")]
    [InlineData("""{"b":{"c":[{"d":"\ud800"}]}}""")]
    [InlineData("\ufeff{\"a\":1}")]
    [InlineData("{\"b\":{\"c\":[{\"d\":\"\n\"}]}}")]
    public void Malformed_json_is_malformed_and_nothing_else(string json) => Assert.True(One.IsMalformed(json));

    [Theory]
    [InlineData(0x80)]
    [InlineData(0xc0)]
    [InlineData(0xff)]
    public void Bytes_that_are_not_utf8_are_malformed_even_where_nothing_is_taken(byte wrong)
    {
        foreach (var json in new[] { """{"x":"?"}""", """{"?":1}""", """{"b":{"c":[{"d":"?"}]}}""" })
        {
            var body = Encoding.UTF8.GetBytes(json);
            body[Array.IndexOf(body, (byte)'?')] = wrong;
            Assert.True(One.IsMalformed(body));
        }
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(100_000, true)]
    public void A_document_is_at_most_64_levels_deep(int depth, bool isMalformed)
    {
        var taken = Projection.Of("""[FromJson("$")] JsonElement root, [FromJson("a.a.a.b")] int? n""");
        foreach (var projection in new[] { One, taken })
        {
            Assert.Equal(isMalformed, projection.IsMalformed(new string('[', depth) + new string(']', depth)));
            Assert.Equal(
                isMalformed,
                projection.IsMalformed(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth))
            );
        }
    }

    [Fact]
    public void A_million_repeated_properties_are_one_error()
    {
        var json = "{" + string.Join(",", Enumerable.Repeat("\"a\":1", 1_000_000)) + "}";
        Assert.Equal(["a: The JSON value 'a' is not valid. Duplicate property."], One.Errors(json));
    }

    [Fact]
    public void A_pass_over_numbers_and_flags_allocates_nothing()
    {
        var projection = Projection.Of(
            """
            [FromJson("a.b")] int n, [FromJson("a.c")] bool flag, [FromJson("x[1].y")] double? d, [FromJson("id")] Guid id,
            [FromJson("at")] DateTimeOffset at, [FromJson("day")] DayOfWeek day
            """
        );
        var body = Encoding.UTF8.GetBytes(
            """
            {"skipped":{"text":"…"},"a":{"b":12,"c":true},"x":[0,{"y":1.5}],"id":"8c5e0c8e-6d1c-4d5e-9a55-0a8f6c3f9f10",
             "at":"2026-01-31T12:00:00Z","day":"Friday"}
            """
        );
        var errors = new BindingErrors();
        Assert.True(projection.Accepts(body, errors));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            projection.Accepts(body, errors);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(errors.IsEmpty);
    }
}
