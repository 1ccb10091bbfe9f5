using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using CsCheck;
using Hooklatch.Binding;
using Hooklatch.Http;

namespace Hooklatch.Generators.Tests.FromJson;

/// <summary>The emitted pass against an interpreter over JsonDocument, on documents nobody thought of.</summary>
public class DifferentialTests
{
    private const string IntegerExpected = "Expected an integer from -2147483648 to 2147483647.";

    private const string Sample = """
        { "a":[{"b":12, "\u0063":"x"},{"b":-3,"c":null},[1,[2]]], "b":{"a":true,"c":{"a":[[1],[2,3]]}},
          "c":1.5e3, "skip":["\n",{"a":{}}], "d":"y" }
        """;

    private static readonly Oracle[] Oracles =
    [
        new("a", value => value.ValueKind == JsonValueKind.String, "Expected a string."),
        new("b.a|c", value => value.ValueKind is JsonValueKind.True or JsonValueKind.False, "Expected a boolean."),
        new("a[*].b", IsInteger, IntegerExpected),
        new("a[0].b|b.a[1]|c", IsInteger, IntegerExpected),
        new("b.c.a[*][*]", IsInteger, IntegerExpected),
        new("a[*].c|a[*].b.a", value => value.ValueKind == JsonValueKind.String, "Expected a string."),
        new("a[2][1]", _ => true, ""),
        new("b", _ => true, ""),
        new("b.c", value => value.ValueKind == JsonValueKind.Object, "Expected an object."),
        new("$", _ => true, ""),
        new("a[*].a[*].b", IsInteger, IntegerExpected),
        new("a[0].a[*].b|c[*].b", IsInteger, IntegerExpected),
        new("b.a[*].a[*].c|b.a[*].b[*].c", IsInteger, IntegerExpected),
        new("b.a[*][0].a", _ => true, ""),
        new("a[*].b|a[*]", IsInteger, IntegerExpected),
        new("b.a[*].a[*].c|b.a[*].a[*]", IsInteger, IntegerExpected),
        new("c[*][*].a|c[*][*]|c[*].b[*]", IsInteger, IntegerExpected),
    ];

    private static readonly Projection Emitted = Projection.Of(
        """
        [FromJson("a")] string? p0, [FromJson("b.a|c")] bool? p1, [FromJson("a[*].b")] int?[]? p2,
        [FromJson("a[0].b|b.a[1]|c")] int? p3, [FromJson("b.c.a[*][*]")] List<List<int?>?>? p4,
        [FromJson("a[*].c|a[*].b.a")] IReadOnlyList<string?>? p5, [FromJson("a[2][1]")] ReadOnlyMemory<byte>? p6,
        [FromJson("b")] JsonElement? p7, [FromJson("b.c")] JsonObject? p8, [FromJson("$")] JsonNode? p9,
        [FromJson("a[*].a[*].b")] int?[]?[]? p10, [FromJson("a[0].a[*].b|c[*].b")] List<int?>? p11,
        [FromJson("b.a[*].a[*].c|b.a[*].b[*].c")] IReadOnlyList<IReadOnlyList<int?>?>? p12,
        [FromJson("b.a[*][0].a")] JsonElement?[]? p13, [FromJson("a[*].b|a[*]")] int?[]? p14,
        [FromJson("b.a[*].a[*].c|b.a[*].a[*]")] int?[]?[]? p15, [FromJson("c[*][*].a|c[*][*]|c[*].b[*]")] List<List<int?>?>? p16
        """
    );

    private static readonly Gen<string> GenJson = Gen.Recursive<string>(
        (depth, self) =>
            depth > 5
                ? GenScalar
                : Gen.Frequency(
                    (3, GenScalar),
                    (3, self.List[0, 4].Select(items => $"[{string.Join(",", items)}]")),
                    (
                        4,
                        Gen.Select(Gen.Shuffle(new[] { "a", "b", "c", "d" }), self.List[0, 4])
                            .Select(
                                (names, values) => $"{{{string.Join(", ", names.Zip(values, (name, value) => $"\"{name}\" : {value}"))}}}"
                            )
                    )
                )
    );

    private static readonly Gen<byte[]> GenBytes = GenJson.Select(Encoding.UTF8.GetBytes);

    private static Gen<string> GenScalar =>
        Gen.OneOf("null", "true", "false", "0", "-7", "2147483648", "1.5", "\"\"", "\"x\\ny\"", "{}", "[]");

    [Fact]
    public void Random_documents_give_the_values_that_the_paths_mean() => GenBytes.Sample(AssertAgree, iter: 20_000);

    [Fact]
    public void Every_truncation_agrees()
    {
        var body = Encoding.UTF8.GetBytes(Sample);
        for (var length = 0; length <= body.Length; length++)
        {
            AssertAgree(body[..length]);
        }
    }

    [Fact]
    public void Every_flip_of_a_bit_agrees()
    {
        var body = Encoding.UTF8.GetBytes(Sample);
        for (var bit = 0; bit < body.Length * 8; bit++)
        {
            body[bit / 8] ^= (byte)(1 << (bit % 8));
            AssertAgree(body);
            body[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    [Fact]
    public void Random_bytes_and_splices_agree() =>
        Gen.Select(GenBytes, GenBytes, Gen.Int[0, 200], Gen.Byte)
            .Sample((first, second, at, noise) => AssertAgree([.. first.Take(at), noise, .. second.Skip(at)]), iter: 20_000);

    private static bool IsInteger(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out _);

    private static void AssertAgree(byte[] body)
    {
        var errors = new BindingErrors();
        var values = Emitted.TryRead(body, errors);
        using var document = Parse(body, allowDuplicates: true);
        Assert.Equal(document is null, values is null);
        if (document is null || Parse(body, allowDuplicates: false) is null)
        {
            // The whole payload is bound, so a property that is repeated anywhere is an error.
            Assert.Equal(document is null, errors.IsEmpty);
            return;
        }

        var found = Oracles.Zip(
            values!,
            (oracle, value) =>
                errors.ByParameter.TryGetValue(oracle.Path, out var messages)
                    ? $"!{oracle.Path}: {Assert.Single(messages)}"
                    : Describe(value)
        );
        Assert.Equal(Oracles.Select(oracle => oracle.Evaluate(document.RootElement)), found);
    }

    private static JsonDocument? Parse(byte[] body, bool allowDuplicates)
    {
        try
        {
            return Utf8.IsValid(body) ? JsonDocument.Parse(body, new() { AllowDuplicateProperties = allowDuplicates }) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Describe(object? value) =>
        value is ReadOnlyMemory<byte> raw ? JsonSerializer.Serialize(JsonElement.Parse(raw.Span)) : JsonSerializer.Serialize(value);
}
