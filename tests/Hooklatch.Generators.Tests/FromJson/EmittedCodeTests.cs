using Hooklatch.Generators.FromJson;

namespace Hooklatch.Generators.Tests.FromJson;

public class EmittedCodeTests
{
    [Fact]
    public void A_push_handler_gets_code_that_reads_like_its_paths()
    {
        var projection = Projection.Of(
            """
            [FromJson("repository.full_name")] string repository,
            [FromJson("pusher.name")] string? pusher,
            [FromJson("commits[*].message")] string[] messages,
            [FromJson("installation.id|repository.id")] long? installation,
            [FromJson("ref_type")] RefType refType = RefType.Branch
            """,
            "public enum RefType { Branch, [System.Runtime.Serialization.EnumMember(Value = \"tag\")] Tag }"
        );

        // To accept a change, copy the received file over the verified one.
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "push.received.txt"), projection.Source);
        using var verified = new StreamReader(typeof(EmittedCodeTests).Assembly.GetManifestResourceStream("push.verified.txt")!);
        Assert.Equal(verified.ReadToEnd(), projection.Source);
    }

    [Fact]
    public void Names_that_collide_with_ours_or_with_keywords_compile_and_bind()
    {
        var projection = Projection.Of(
            """
            [FromJson("class")] int @class, [FromJson("body")] int body, [FromJson("errors")] int errors,
            [FromJson("payload")] int payload, [FromJson("Payload")] int Payload, [FromJson("duplicates")] int duplicates,
            [FromJson("reader.members")] int reader, [FromJson("reader.items")] int TryRead, [FromJson("a_b.c")] int _a,
            [FromJson("aB.c")] int __a, [FromJson("raw")] ReadOnlyMemory<byte> raw, [FromJson("value")] int value
            """
        );

        var values = projection.Read(
            """
            {"class":1,"body":2,"errors":3,"payload":4,"Payload":5,"duplicates":6,"reader":{"members":7,"items":8},
             "a_b":{"c":9},"aB":{"c":10},"raw":[11],"value":12}
            """
        );

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], values[..10]);
        Assert.Equal(12, values[11]);
    }

    [Fact]
    public void Names_of_properties_cannot_break_out_of_their_literals()
    {
        var projection = Projection.Of(
            """"
            [FromJson("quote\"\\\\\n\0u8")] int? a, [FromJson("{x}")] int? b, [FromJson("日本[*].\U0001F600")] int[] c,
            [FromJson("--\u2028//*")] int? d, [FromJson("\\ ")] int? e, [FromJson("1.2")] int? f
            """"
        );

        var values = projection.Read(
            """
            {"quote\"\\\n\u0000u8":1,"{x}":2,"日本":[{"😀":3},{"\ud83d\ude00":4}],"--\u2028//*":5," ":6,"1":{"2":7}}
            """
        );

        Assert.Equal([1, 2, new[] { 3, 4 }, 5, 6, 7], values);
    }

    [Fact]
    public void Many_properties_of_one_object_are_told_apart()
    {
        var names = Enumerable.Range(0, 70).Select(i => new string((char)('a' + (i % 26)), 1 + (i / 10))).Distinct().ToList();
        var projection = Projection.Of(string.Join(", ", names.Select((name, i) => $"[FromJson(\"{name}\")] int p{i}")));

        var json = "{" + string.Join(",", names.Select((name, i) => $"\"\\u00{(int)name[0]:x2}{name[1..]}\":{i}").Reverse()) + "}";
        Assert.Equal(Enumerable.Range(0, names.Count), projection.Read(json).Cast<int>());
        Assert.Equal(
            names.Select(name => $"{name}: The JSON value '{name}' is not valid. Duplicate property.").Order(),
            projection.Errors($"{json[..^1]},{json[1..]}").Order()
        );
    }

    [Theory]
    [InlineData("""[FromJson("a")] object a""", nameof(JsonProblemKind.UnsupportedType))]
    [InlineData("""[FromJson("a")] Exception a""", nameof(JsonProblemKind.UnsupportedType))]
    [InlineData("""[FromJson("a")] Dictionary<string, string> a""", nameof(JsonProblemKind.UnsupportedType))]
    [InlineData("""[FromJson("a")] int[,] a""", nameof(JsonProblemKind.UnsupportedType))]
    [InlineData("""[FromJson("a")] List<object> a""", nameof(JsonProblemKind.UnsupportedType))]
    [InlineData("""[FromJson("a[*]")] string a""", nameof(JsonProblemKind.CollectionExpected))]
    [InlineData("""[FromJson("a[*].b[*]")] string[] a""", nameof(JsonProblemKind.CollectionExpected))]
    [InlineData("""[FromJson("a[")] string a""", nameof(JsonProblemKind.MalformedPath))]
    public void What_cannot_be_bound_is_a_problem(string parameter, string kind) =>
        Assert.Equal(kind, Projection.ProblemOf(parameter)?.Kind.ToString());
}
