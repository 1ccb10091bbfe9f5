using System.Collections;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hooklatch.Generators.Tests.FromJson;

public class BindingTests
{
    [Fact]
    public void Scalars_are_found_wherever_they_stand()
    {
        var projection = Projection.Of(
            """
            [FromJson("a.b")] string text, [FromJson("n[1]")] int number, [FromJson("a.c.d")] bool flag, [FromJson("x.y")] char? letter
            """
        );

        Assert.Equal(["ü", 7, true, null], projection.Read("""{"z":[{}],"n":[[1],7],"a":{"c":{"d":true},"b":"\u00fc"}}"""));
    }

    [Fact]
    public void The_payload_itself_can_be_a_value_or_an_array()
    {
        Assert.Equal([5], Projection.Of("""[FromJson("$")] int n""").Read(" 5 "));
        Assert.Equal(
            [new[] { 1, 2 }, 2],
            Projection.Of("""[FromJson("[*].id")] int[] ids, [FromJson("$[1].id")] int second""").Read("""[{"id":1},{"id":2}]""")
        );
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"s":null,"n":null,"d":null,"l":null,"e":null}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public void What_is_absent_or_null_takes_the_default(string json)
    {
        var projection = Projection.Of(
            """
            [FromJson("s")] string? s, [FromJson("n")] int? n, [FromJson("l[*]")] int[] l, [FromJson("l[*]")] int[]? m,
            [FromJson("d")] double d = 1.5, [FromJson("s")] string t = "\"none\"", [FromJson("n")] int? o = 3,
            [FromJson("g")] Guid g = default, [FromJson("e")] DayOfWeek e = DayOfWeek.Friday
            """
        );

        Assert.Equal([null, null, Array.Empty<int>(), null, 1.5, "\"none\"", 3, Guid.Empty, DayOfWeek.Friday], projection.Read(json));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"s":null,"l":null}""")]
    [InlineData("null")]
    public void What_is_required_must_be_there_and_every_error_is_reported(string json)
    {
        var projection = Projection.Of("""[FromJson("s.t")] string s, [FromJson("n|m")] int n, [FromJson("l")] string[] l""");

        Assert.Equal(
            ["s.t: The JSON value 's.t' is required.", "n|m: The JSON value 'n|m' is required.", "l: The JSON value 'l' is required."],
            projection.Errors(json)
        );
    }

    [Fact]
    public void A_value_of_the_wrong_type_is_an_error_that_names_the_path_and_the_type()
    {
        var projection = Projection.Of(
            """
            [FromJson("s")] string s, [FromJson("n")] byte? n, [FromJson("b")] bool b, [FromJson("l[*].x")] int[] l,
            [FromJson("d")] DayOfWeek d, [FromJson("o")] JsonObject? o, [FromJson("v")] Version? v, [FromJson("s.t")] string? t
            """
        );

        Assert.Equal(
            [
                "s: The JSON value 's' is not valid. Expected a string.",
                "n: The JSON value 'n' is not valid. Expected an integer from 0 to 255.",
                "b: The JSON value 'b' is not valid. Expected a boolean.",
                "l[*].x: The JSON value 'l[*].x' is not valid. Expected an array.",
                "d: The JSON value 'd' is not valid. Expected one of Sunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday.",
                "o: The JSON value 'o' is not valid. Expected an object.",
                "v: The JSON value 'v' is not valid. Expected a Version.",
            ],
            projection.Errors("""{"s":{"u":"x"},"n":256,"b":"true","l":{"x":1},"d":"monday","o":[],"v":"one"}""")
        );
    }

    [Fact]
    public void Alternatives_win_in_the_order_written_and_null_does_not_count()
    {
        var projection = Projection.Of("""[FromJson("user.login|user|id")] string who""");

        Assert.Equal(["me"], projection.Read("""{"id":"x","user":{"login":"me"}}"""));
        Assert.Equal(["me"], projection.Read("""{"user":{"login":"me"},"id":"x"}"""));
        Assert.Equal(["you"], projection.Read("""{"id":"x","user":"you"}"""));
        Assert.Equal(["x"], projection.Read("""{"user":null,"id":"x"}"""));
        Assert.Equal(["user.login|user|id: The JSON value 'user.login|user|id' is not valid. Expected a string."], projection.Errors("""{"user":1,"id":"x"}"""));
        Assert.Equal(["x"], Projection.Of("""[FromJson("id|n")] string id""").Read("""{"n":1,"id":"x"}"""));
    }

    [Fact]
    public void Alternatives_within_the_same_array_are_tried_for_each_element()
    {
        var projection = Projection.Of("""[FromJson("l[*].a|l[*].b|m[*]")] int[] l""");

        Assert.Equal([new[] { 1, 2, 3 }], projection.Read("""{"m":[9],"l":[{"a":1},{"b":2},{"b":4,"a":3}]}"""));
        Assert.Equal([new[] { 9 }], projection.Read("""{"m":[9]}"""));
    }

    [Fact]
    public void Elements_may_be_null_only_if_their_type_says_so()
    {
        const string Json = """{"l":[{"x":1},{},{"x":null}]}""";

        Assert.Equal([new int?[] { 1, null, null }], Projection.Of("""[FromJson("l[*].x")] int?[] l""").Read(Json));
        Assert.Equal(["l[*].x: The JSON value 'l[*].x' is not valid. A value is missing."], Projection.Of("""[FromJson("l[*].x")] int[] l""").Errors(Json));
        Assert.Equal(
            [new List<string?> { "a", null }, ImmutableArray.Create("a", null)],
            Projection.Of("""[FromJson("l")] List<string?> l, [FromJson("l")] ImmutableArray<string?> m""").Read("""{"l":["a",null]}""")
        );
    }

    [Fact]
    public void Arrays_nest_as_the_path_does()
    {
        var projection = Projection.Of(
            """
            [FromJson("a[*].b[*]")] int[][] a, [FromJson("a[*].c.d[*].e")] List<IReadOnlyList<string>> b,
            [FromJson("a[*].b")] List<int>?[] c, [FromJson("a")] IEnumerable<JsonElement> d, [FromJson("m")] byte[][] e
            """
        );

        var values = projection.Read(
            """
            {"a":[{"b":[1,2],"c":{"d":[{"e":"x"},{"e":"y"}]}},{"b":null},{"b":[]}],"m":["AQI=",""]}
            """
        );

        Assert.Equal(
            [
                [1, 2],
                [],
                [],
            ],
            (int[][])values[0]!
        );
        Assert.Equal(
            [
                ["x", "y"],
                [],
                [],
            ],
            (List<IReadOnlyList<string>>)values[1]!
        );
        Assert.Equal(
            [
                [1, 2],
                null,
                [],
            ],
            (List<int>?[])values[2]!
        );
        Assert.Equal(3, ((IEnumerable<JsonElement>)values[3]!).Count());
        Assert.Equal(
            [
                [1, 2],
                [],
            ],
            (byte[][])values[4]!
        );
    }

    [Fact]
    public void An_array_longer_than_the_first_buffer_is_whole()
    {
        var numbers = Enumerable.Range(0, 1000).ToArray();
        Assert.Equal([numbers], Projection.Of("""[FromJson("n[*]")] int[] n""").Read($$"""{"n":[{{string.Join(",", numbers)}}]}"""));
    }

    [Fact]
    public void A_value_can_be_taken_whole_and_in_parts()
    {
        var projection = Projection.Of(
            """
            [FromJson("a")] JsonElement whole, [FromJson("a")] ReadOnlyMemory<byte> raw, [FromJson("a.b")] int part,
            [FromJson("a.c[*]")] int[] items, [FromJson("a.c[1]")] int second, [FromJson("a.c")] JsonArray array,
            [FromJson("$")] JsonNode root, [FromJson("a.c[*]")] ReadOnlyMemory<byte>[] raws, [FromJson("a.c[1]")] JsonElement? again
            """
        );

        var values = projection.Read("""{ "a" : { "b" : 1, "c":[ 2, 3] } , "d":4}""");

        Assert.Equal("""{ "b" : 1, "c":[ 2, 3] }""", ((JsonElement)values[0]!).GetRawText());
        Assert.Equal("""{ "b" : 1, "c":[ 2, 3] }""", Encoding.UTF8.GetString(((ReadOnlyMemory<byte>)values[1]!).Span));
        Assert.Equal([1, new[] { 2, 3 }, 3], values[2..5]);
        Assert.Equal("[2,3]", ((JsonArray)values[5]!).ToJsonString());
        Assert.Equal(4, (int)((JsonNode)values[6]!)["d"]!);
        Assert.Equal(["2", "3"], ((ReadOnlyMemory<byte>[])values[7]!).Select(raw => Encoding.UTF8.GetString(raw.Span)));
        Assert.Equal("3", values[8]!.ToString());
    }

    [Fact]
    public void Every_kind_of_collection_takes_every_kind_of_element()
    {
        string[] elements =
        [
            "string",
            "bool",
            "char",
            "nint",
            "decimal",
            "Half",
            "Uri",
            "Guid",
            "TimeOnly",
            "DayOfWeek",
            "Version",
            "byte[]",
            "JsonElement",
            "JsonValue",
            "ReadOnlyMemory<byte>",
            "int[]",
            "List<string?>",
            "ImmutableArray<int?>",
        ];
        string[] collections =
        [
            "IEnumerable<@>",
            "IReadOnlyCollection<@>",
            "IReadOnlyList<@>",
            "ICollection<@>",
            "IList<@>",
            "List<@>",
            "ImmutableArray<@>",
            "@[]",
        ];
        var types =
            from collection in collections
            from element in elements
            from type in new[] { collection.Replace("@", element), collection.Replace("@", element + "?") + "?" }
            select type;

        var projection = Projection.Of(string.Join(", ", types.Select((type, i) => $"[FromJson(\"l[*]\")] {type} p{i}")));

        Assert.All(
            projection.Read("{}").Chunk(2),
            pair =>
            {
                Assert.Empty((IEnumerable)pair[0]!);
                Assert.Null(pair[1]);
            }
        );
        Assert.All(projection.Read("""{"l":[]}"""), empty => Assert.Empty((IEnumerable)empty!));
    }

    [Fact]
    public void Without_nullable_annotations_a_reference_is_optional()
    {
        var projection = Projection.Of(
            """

            #nullable disable
            [FromJson("a")] string a, [FromJson("b[*]")] string[] b, [FromJson("c")] int c
            #nullable restore

            """
        );

        Assert.Equal([null, null, 1], projection.Read("""{"c":1}"""));
        Assert.Equal([null, new[] { "x", null }, 1], projection.Read("""{"b":["x",null],"c":1}"""));
        Assert.Equal(["c: The JSON value 'c' is required."], projection.Errors("{}"));
    }

    [Fact]
    public void Enums_are_read_by_name_by_given_name_or_by_number()
    {
        var projection = Projection.Of(
            """[FromJson("c[*]")] Colour[] c""",
            """
            public enum Colour : byte
            {
                @class,
                [System.Runtime.Serialization.EnumMember(Value = "dark red")] Red,
                [System.Text.Json.Serialization.JsonStringEnumMemberName("gr\"ün")] Green,
            }
            """
        );

        var colours = (Array)projection.Read("""{"c":["class","Red","dark red","gr\"ün","\u0052ed",2,200]}""")[0]!;

        Assert.Equal([0, 1, 1, 2, 1, 2, 200], colours.Cast<object>().Select(Convert.ToInt32));
        Assert.All(
            new[] { "\"red\"", "\"1\"", "\"Red,Green\"", "256", "-1", "true", "\"\"" },
            wrong =>
                Assert.Equal(["c[*]: The JSON value 'c[*]' is not valid. Expected one of class, Red, Green, dark red, gr\"ün."], projection.Errors($$"""{"c":[{{wrong}}]}"""))
        );
    }

    [Fact]
    public void Types_that_parse_themselves_are_read_from_strings()
    {
        var projection = Projection.Of(
            """
            [FromJson("v")] Version v, [FromJson("ip")] System.Net.IPAddress? ip, [FromJson("k[*]")] Key[] k
            """,
            """
            public readonly record struct Key(string Text) : IParsable<Key>
            {
                public static Key Parse(string s, IFormatProvider? provider) => new(s);
                public static bool TryParse(string? s, IFormatProvider? provider, out Key key) { key = new(s!); return s!.Length > 1; }
            }
            """
        );

        var values = projection.Read("""{"v":"1.\u0032","ip":"::1","k":["ab"]}""");

        Assert.Equal([new Version(1, 2), System.Net.IPAddress.IPv6Loopback], values[..2]);
        Assert.Equal("Key { Text = ab }", ((Array)values[2]!).GetValue(0)!.ToString());
        Assert.Equal(["v: The JSON value 'v' is not valid. Expected a Version.", "k[*]: The JSON value 'k[*]' is not valid. Expected a Key."], projection.Errors("""{"v":1,"k":["ab","a"]}"""));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(5_000)]
    public void Elements_beyond_those_that_are_kept_are_read_alike(int count)
    {
        var projection = Projection.Of(
            """
            [FromJson("a[*].x")] int[] x, [FromJson("a[*].y|a[*].z")] string?[] y, [FromJson("a[*].n[*].v")] int[][] n, [FromJson("b")] int b
            """
        );
        var elements = Enumerable
            .Range(0, count)
            .Select(i => $$"""{"x":{{i}},"{{(i % 2 == 0 ? "y" : "z")}}":"{{i}}","n":[{"v":{{i}}},{"v":1}]}""");

        var values = projection.Read($$"""{"a":[{{string.Join(",", elements)}}],"b":7}""");

        Assert.Equal(Enumerable.Range(0, count), (int[])values[0]!);
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"{i}"), (string?[])values[1]!);
        Assert.Equal(Enumerable.Range(0, count).Select(i => new[] { i, 1 }), (int[][])values[2]!);
        Assert.Equal(7, values[3]);
    }

    [Fact]
    public void An_alternative_within_an_array_is_tried_for_each_element()
    {
        var projection = Projection.Of("""[FromJson("tags[*].name|tags[*]")] string[] tags""");

        Assert.Equal(["a", "b"], (string[])projection.Read("""{"tags":["a",{"name":"b"}]}""")[0]!);
    }
}
