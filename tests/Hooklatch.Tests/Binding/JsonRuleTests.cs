using System.Globalization;
using System.Text;
using System.Text.Json;
using Hooklatch.Http;
using Hooklatch.Json;
using Hooklatch.Tests.Hosting;

namespace Hooklatch.Tests.Binding;

/// <summary>One rule for every JSON body that is bound, in whatever way, and for all of it: no half of a character, and no name twice.</summary>
public sealed class JsonRuleTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private readonly WebhookHost _host = shared.Fresh;

    public static TheoryData<string> Lone =>
        [
            """{"a":"\ud83d"}""",
            """{"a":"\uDE00"}""",
            """{"a":"\ud83d\ud83d\ude00"}""",
            """{"a":"\ud83d","b":"\ude00"}""",
            """{"a":"\ud83dx\ude00"}""",
            """{"\ud83d":1}""",
            """{"\ude00":{"a":1}}""",
            """{"x":[1,{"y":"text \n \ud83d"}]}""",
            """{"x":[[{"\udbff":null}]]}""",
        ];

    public static TheoryData<string> Repeated =>
        [
            """{"x":1,"x":2}""",
            """{"x":1,"x":1}""",
            """{"x":null,"\u0078":1}""",
            """{"\u0078":null,"\u0078":1}""",
            """{"x":[[{"y":1,"z":2,"y":3}]]}""",
            """{"x":{"y":{"":1,"":2}}}""",
            """{"x":{"\"":1,"\u0022":2}}""",
            """{"x":{"é":1,"\u00e9":2}}""",
            """{"x":{"😀":1,"\ud83d\ude00":2}}""",
        ];

    [Theory]
    [MemberData(nameof(Lone))]
    public Task Half_a_surrogate_pair_anywhere_is_400(string body) => IsRejectedAsync(body);

    [Theory]
    [MemberData(nameof(Repeated))]
    public Task A_name_that_is_repeated_anywhere_is_400(string body) => IsRejectedAsync(body);

    [Theory]
    [InlineData("""{"a":"\ud83d\ude00"}""")]
    [InlineData("""{"a":"\\ud83d"}""")]
    [InlineData("""{"a":"\\\\ud83d \uD83D\uDE00\u0000"}""")]
    [InlineData("""{"a":1,"A":2,"\u0062":3,"x":{"a":1},"y":[{"a":1},{"a":1}]}""")]
    [InlineData("""{"a":{"a":{"a":{}}},"":1,"b":{"":1}}""")]
    public async Task What_only_looks_alike_is_bound(string body)
    {
        foreach (var endpoint in new[] { "/json/element", "/json/node", "/json/object", "/json/own-options", "/raw-json/part" })
        {
            await _host.PostAsync(endpoint, body).IsAsync(200);
        }
    }

    /// <summary>Raw bytes are the author's own.</summary>
    [Theory]
    [MemberData(nameof(Lone))]
    [MemberData(nameof(Repeated))]
    public async Task Raw_bytes_are_handed_on(string body) => await _host.PostAsync("/any", body).IsAsync(200);

    /// <summary>The second name is at any place among any number of others, which are compared one by one or sorted.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(5000)]
    public void A_repeated_name_is_found_among_any_number(int count)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(i => $"{new string((char)('a' + i % 20), i % 45)}{i}")];
        Assert.True(Holds(names));
        foreach (var i in new[] { 0, count / 2, count - 2 })
        {
            Assert.False(Holds([.. names[..^1], names[i]]));
            Assert.False(Holds([names[^1], .. names[1..^1], $"\\u{(int)names[^1][0]:x4}{names[^1][1..]}"]));
        }
    }

    /// <summary>Names of one length that begin and end alike.</summary>
    [Theory]
    [InlineData(20, 100)]
    [InlineData(20, 20_000)]
    [InlineData(200, 100)]
    [InlineData(200, 20_000)]
    public void Names_that_are_made_to_look_alike_are_told_apart(int length, int count)
    {
        string[] names =
        [
            .. Enumerable
                .Range(0, count)
                .Select(i => $"beginning{i.ToString(CultureInfo.InvariantCulture).PadLeft(length - 18, '-')}endofname"),
        ];
        Assert.True(Holds(names));
        Assert.False(Holds([.. names, names[count / 3]]));
    }

    [Fact]
    public void Random_documents_keep_the_rule_exactly_where_System_Text_Json_reads_all_of_them()
    {
        var random = new Random(1);
        for (var i = 0; i < 20_000; i++)
        {
            var document = new StringBuilder();
            Write(document, random, depth: 0);
            var json = Encoding.UTF8.GetBytes(document.ToString());

            Assert.True(IsReadable(json) == JsonRule.Holds(json), document.ToString());
            var errors = new BindingErrors();
            var values = JsonValues.Bind(json, new JsonShape("a.b", "b[*].a"), errors);
            // A repeated name on the way to a value is told by its path.
            Assert.True(IsReadable(json) == (values.End() && errors.IsEmpty), document.ToString());
        }
    }

    private async Task IsRejectedAsync(string body)
    {
        string[] endpoints = ["/json/element", "/json/node", "/json/object", "/json/typed", "/json/own-options", "/json/struct"];
        foreach (var endpoint in endpoints)
        {
            await _host.PostAsync(endpoint, body).IsProblemAsync(400, "Invalid JSON payload");
        }

        await _host.PostAsync("/raw-json/part", body).IsProblemAsync(400, "Invalid JSON payload");
        Assert.Empty(_host.Deliveries.Handled);
    }

    private static bool Holds(IEnumerable<string> names) =>
        JsonRule.Holds(Encoding.UTF8.GetBytes("{" + string.Join(',', names.Select(name => $"\"{name}\":0")) + "}"));

    private static bool IsReadable(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new() { AllowDuplicateProperties = false });
            return ReadsAll(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool ReadsAll(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().All(member => member.Name is not null && ReadsAll(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().All(ReadsAll),
            JsonValueKind.String => element.GetString() is not null,
            _ => true,
        };

    private static void Write(StringBuilder document, Random random, int depth)
    {
        switch (random.Next(depth > 3 ? 2 : 5))
        {
            case 0:
                document.Append(random.Next(10));
                break;
            case 1:
                document.Append('"').Append(Text(random)).Append('"');
                break;
            case 2:
                document.Append('[');
                for (var i = random.Next(3); i >= 0; i--)
                {
                    Write(document, random, depth + 1);
                    document.Append(i > 0 ? "," : "");
                }

                document.Append(']');
                break;
            default:
                document.Append('{');
                for (var i = random.Next(4); i >= 0; i--)
                {
                    document.Append('"').Append(Text(random)).Append("\":");
                    Write(document, random, depth + 1);
                    document.Append(i > 0 ? "," : "");
                }

                document.Append('}');
                break;
        }
    }

    private static string Text(Random random)
    {
        string[] texts = ["a", "b", "\\u0061", "c", "long enough a name", "é", "d", "\\ud83d\\ude00", "\\\\ud83d", "\\ud83d", ""];
        var i = random.Next(3 * texts.Length);
        return i < texts.Length ? texts[i] : $"{(char)('a' + i)}";
    }
}
