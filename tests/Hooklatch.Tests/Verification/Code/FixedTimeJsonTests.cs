using System.Text;
using System.Text.Json;
using Hooklatch.Providers;

namespace Hooklatch.Tests.Verification.Code;

/// <summary>A flat object is read as every other parser reads it, and nothing else is taken for one.</summary>
public sealed class FixedTimeJsonTests
{
    private static readonly FixedTimeJson.Name[] Names = [new("type"), new("token")];

    [Theory]
    [InlineData("""{"type":"a"}""", "a", null)]
    [InlineData("""{"type":"a","token":"b"}""", "a", "b")]
    [InlineData("""{"token":"b","type":"a"}""", "a", "b")]
    [InlineData(" {\r\n\t\"token\" : \"b\" ,\n \"type\" : \"a\" } \n", "a", "b")]
    [InlineData("""{"x":"type","type":"{\u007d"}""", null, null)]
    [InlineData("""{"x":"type","type":"{}[],: '"}""", "{}[],: '", null)]
    [InlineData("""{"type":""}""", "", null)]
    [InlineData("""{"x":"\"type","y":"z"}""", null, null)]
    [InlineData("""{"type":"a","type":"b"}""", null, null)]
    [InlineData("""{"type":"a",}""", null, null)]
    [InlineData("""{,"type":"a"}""", null, null)]
    [InlineData("""{"type":"a" "token":"b"}""", null, null)]
    [InlineData("""{"type" "a"}""", null, null)]
    [InlineData("""{"type":}""", null, null)]
    [InlineData("""{"type"}""", null, null)]
    [InlineData("""{"type":"a"}}""", null, null)]
    [InlineData("""{"type":"a"}x""", null, null)]
    [InlineData("""x{"type":"a"}""", null, null)]
    [InlineData("""{"type":"a""", null, null)]
    [InlineData("""{"type":"a" """, null, null)]
    [InlineData("""{"type":1}""", null, null)]
    [InlineData("""{"type":null}""", null, null)]
    [InlineData("""{"type":{"token":"b"}}""", null, null)]
    [InlineData("""{"type":["a"]}""", null, null)]
    [InlineData("""["type"]""", null, null)]
    [InlineData("{\"type\":\"a\nb\"}", null, null)]
    [InlineData("{\"type\":\"a\tb\"}", null, null)]
    [InlineData("{\"type\":\"é\"}", null, null)]
    [InlineData("{\"type\":\"\u007f\"}", null, null)]
    [InlineData("{\"ty\npe\":\"a\"}", null, null)]
    [InlineData("{}", null, null)]
    [InlineData("null", null, null)]
    [InlineData(" ", null, null)]
    public void Only_an_object_of_texts_is_read(string text, string? type, string? token) =>
        Assert.Equal(type is null ? null : (type, token), Read(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_name_is_a_whole_name() =>
        Assert.Equal((null, null), Read("""{"atype":"a","typed":"b","Type":"c","":"d","x":"type"}"""u8.ToArray()));

    [Theory]
    [InlineData("challenge", 1)]
    [InlineData("xhallenge", 0)]
    [InlineData("challengx", 0)]
    [InlineData("hallenge", 0)]
    [InlineData("achallenge", 0)]
    public void A_long_name_is_compared_whole(string name, int count)
    {
        FixedTimeJson.Name[] names = [new("challenge")];
        var members = new FixedTimeJson.Member[1];
        var text = Encoding.ASCII.GetBytes($$"""{"{{name}}":"a"}""");

        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(-1, FixedTimeJson.Read(text, names, members));
            Assert.Equal(count, members[0].Count);
        }
    }

    [Fact]
    public void A_name_has_at_most_15_characters()
    {
        var longest = new FixedTimeJson.Name("abcdefghijklmno");

        Assert.Equal((UInt128.MaxValue, '"'), (longest.Mask, (char)(byte)(longest.Text >> 120)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FixedTimeJson.Name("abcdefghijklmnop"));
    }

    [Fact]
    public void What_is_read_is_what_another_parser_reads()
    {
        var random = new Random(1);
        string[] pieces = ["{", "}", "\"", "\"type\"", "\"token\"", ":", ",", " ", "\n", "a", "\"b\"", "\\", "1", "é", "\u0001"];
        var objects = 0;
        for (var i = 0; i < 40_000; i++)
        {
            var isLikely = i % 2 == 0;
            var inner = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => pieces[random.Next(pieces.Length)]));
            var text = Encoding.UTF8.GetBytes(isLikely ? $$"""{"type":"a{{inner}}"}""" : inner);
            if (Read(text) is not { } found)
            {
                continue;
            }

            objects++;
            using var document = JsonDocument.Parse(text);
            Assert.Equal(found, (Member(document, "type"), Member(document, "token")));
        }

        Assert.InRange(objects, 500, 40_000);
    }

    private static string? Member(JsonDocument document, string name) =>
        document.RootElement.TryGetProperty(name, out var member) ? member.GetString() : null;

    /// <summary>The values; null where the text is no such object, or a name comes twice.</summary>
    private static (string? Type, string? Token)? Read(byte[] text)
    {
        var members = new FixedTimeJson.Member[Names.Length];
        return FixedTimeJson.Read(text, Names, members) == 0 || members.Any(member => member.Count > 1)
            ? null
            : (Value(text, members[0]), Value(text, members[1]));
    }

    private static string? Value(byte[] text, FixedTimeJson.Member member) =>
        member.Count == 0 ? null : Encoding.ASCII.GetString(text, member.Start, member.Length);
}
