using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Hooklatch.Http;
using Hooklatch.Json;

namespace Hooklatch.Tests.FromJson;

/// <summary>
/// What is passed over is as strict as what is read: the document is accepted where System.Text.Json's reader accepts it, wherever in it
/// something is wrong, and wherever that falls within the sixteen bytes that are looked at together.
/// </summary>
public sealed class JsonGrammarTests
{
    private const string Everything = """
        {"text":"plain, and \"escaped\" \\ \/ \b\f\n\r\t \u00e9 \ud83d\ude00 \ud83d","numbers":[0,-0,1,-12,1.5,-0.25,1e5,1E+10,1.0e-7,
          123456789012345678901234567890], "literals" : [ true , false,null ],
          "nested":{"a":{},"b":[],"c":[[[{"d":[{}]}]]],"":""}, "longer than sixteen bytes, and then some more":"ünïcödé 漢字 😀"}
        """;

    public static TheoryData<string> Documents =>
        [
            Everything,
            "",
            " ",
            "{",
            "[",
            "}",
            "]",
            "{}",
            "[]",
            " \t\r\n{} \t\r\n",
            "\f{}",
            "\u00A0{}",
            "\uFEFF{}",
            "{}{}",
            "{},",
            "{}x",
            "{]",
            "[}",
            "[1,]",
            "[,1]",
            "[1 2]",
            "[1,,2]",
            "{\"a\":1,}",
            "{,\"a\":1}",
            "{\"a\":1 \"b\":2}",
            "{\"a\" 1}",
            "{\"a\"::1}",
            "{\"a\"}",
            "{a:1}",
            "{1:1}",
            "{null:1}",
            "{\"a\":}",
            "{\"a\":1]",
            "[1}",
            "[[]",
            "// comment\n{}",
            "[1/* comment */]",
            "[NaN]",
            "[Infinity]",
            "[nul]",
            "[nulll]",
            "[True]",
            "[tru e]",
            "[0x1]",
            "[01]",
            "[-01]",
            "[-]",
            "[+1]",
            "[.5]",
            "[1.]",
            "[1.e5]",
            "[1e]",
            "[1e+]",
            "[1e5.5]",
            "[1.5.5]",
            "[--1]",
            "['a']",
            "[\"a]",
            "[\"\\x\"]",
            "[\"\\u12g4\"]",
            "[\"\\u123\"]",
            "[\"\\\"]",
            "[\"\\",
            "[\"\\u",
            "[\"a\nb\"]",
            "[\"\t\"]",
            "[\"\0\"]",
            "[\"\u007f\"]",
            "\"a\"",
            "1",
            "true",
            "null",
            "-",
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_accepted_where_the_reader_accepts_it(string json) => AssertAgree(Encoding.UTF8.GetBytes(json));

    [Fact]
    public void Every_byte_at_every_place_is_accepted_where_the_reader_accepts_it()
    {
        var json = Encoding.UTF8.GetBytes(Everything);
        for (var at = 0; at < json.Length; at++)
        {
            var kept = json[at];
            for (var other = 0; other <= byte.MaxValue; other++)
            {
                json[at] = (byte)other;
                AssertAgree(json);
            }

            json[at] = kept;
        }
    }

    [Fact]
    public void Every_beginning_is_accepted_where_the_reader_accepts_it()
    {
        var json = Encoding.UTF8.GetBytes(Everything);
        for (var length = 0; length <= json.Length; length++)
        {
            AssertAgree(json[..length]);
        }
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("\\n")]
    [InlineData("\\u00e9")]
    [InlineData("\\u00")]
    [InlineData("\u001f")]
    [InlineData("\0")]
    [InlineData("😀")]
    public void What_ends_a_text_is_found_wherever_it_stands(string special)
    {
        for (var before = 0; before < 40; before++)
        {
            for (var after = 0; after < 20; after++)
            {
                AssertAgree(Encoding.UTF8.GetBytes($"[\"{new string('x', before)}{special}{new string('y', after)}\"]"));
            }
        }
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void Sixty_four_levels_are_enough(int depth, bool isAccepted)
    {
        foreach (var (open, close) in new[] { ("[", "]"), ("{\"a\":", "}") })
        {
            var inner = open == "[" ? "" : "1";
            var json = string.Concat(Enumerable.Repeat(open, depth)) + inner + string.Concat(Enumerable.Repeat(close, depth));

            Assert.Equal(isAccepted, AssertAgree(Encoding.UTF8.GetBytes(json)));
        }
    }

    [Theory]
    [InlineData(1UL << 2, "ab,\\u0061")]
    [InlineData((1UL << 1) | (1UL << 3), "a,abc,\\u0061,xyz")]
    [InlineData(1UL << 62, "\\u0061,62")]
    [InlineData(1UL << 63, "\\u0061,63,64")]
    [InlineData(1UL << 0, ",\\u0061")]
    public void A_name_of_another_length_is_passed_over_unless_it_has_escapes(ulong lengths, string shown)
    {
        var (long62, long63, long64) = (new string('x', 62), new string('y', 63), new string('z', 64));
        var json = $$"""
            {"a":1,"ab":{"ab":0},"abc":[{"abc":0}],"":"","\u0061":null,"xyz":"xyz","{{long62}}":1,"{{long63}}":2,"{{long64}}":3}
            """;
        var body = Encoding.UTF8.GetBytes(json);
        var names = new List<string>();

        Assert.True(TryRead(body, Show));
        Assert.Equal(shown, string.Join(',', names).Replace(long62, "62").Replace(long63, "63").Replace(long64, "64"));

        // The names of the document's own object that are shown, as they are written.
        void Show(ref JsonCursor cursor)
        {
            var members = new JsonMembers(lengths);
            while (members.Next(ref cursor))
            {
                names.Add(Encoding.UTF8.GetString(body[(cursor.Start + 1)..(cursor.End - 1)]));
                cursor.Skip();
            }
        }
    }

    /// <summary>Passed over from the first token, and walked through as far as it is an object of arrays.</summary>
    private static bool AssertAgree(byte[] json)
    {
        var isAccepted = Accepts(json);
        Assert.Equal(isAccepted, TryRead(json, static (ref cursor) => { }));
        foreach (var lengths in (ulong[])[ulong.MaxValue, 1UL << 1, 1UL << 7 | 1UL << 63, 1UL << 33])
        {
            Assert.Equal(isAccepted, TryRead(json, (ref cursor) => WalkThrough(ref cursor, lengths)));
        }

        return isAccepted;
    }

    private static bool Accepts(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = WebhookJson.MaxDepth });
        try
        {
            while (reader.Read()) { }

            return Utf8.IsValid(json);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private delegate void Reading(ref JsonCursor cursor);

    private static bool TryRead(byte[] json, Reading read)
    {
        var cursor = new JsonCursor(json);
        cursor.Read();
        read(ref cursor);
        cursor.Skip();
        return cursor.IsComplete && Utf8.IsValid(json);
    }

    private static void WalkThrough(ref JsonCursor cursor, ulong lengths)
    {
        var members = new JsonMembers(lengths);
        var duplicates = default(JsonDuplicates);
        var number = 0;
        while (members.Next(ref cursor))
        {
            // Some are entered, and of those some are walked through.
            if (number++ % 2 == 0 && members.Enter(ref cursor, number, ref duplicates, "") && cursor.TokenType is JsonTokenType.StartArray)
            {
                for (cursor.Read(); cursor.TokenType is not (JsonTokenType.EndArray or JsonTokenType.None); cursor.Read())
                {
                    cursor.Skip();
                }
            }

            cursor.Skip();
        }
    }
}
