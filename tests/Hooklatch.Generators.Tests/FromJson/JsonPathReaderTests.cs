using CsCheck;
using Hooklatch.Generators.FromJson;
using Hooklatch.Json;

namespace Hooklatch.Generators.Tests.FromJson;

/// <summary>The running host takes a path apart as the compiler did.</summary>
public sealed class JsonPathReaderTests
{
    private static readonly Gen<string> GenPath = Gen.OneOf(
            "a",
            "b",
            "$",
            ".",
            "[",
            "]",
            "*",
            "0",
            "12",
            "|",
            "\\",
            " ",
            "\\.",
            "\\[",
            "\\$",
            "\\ ",
            "[*]",
            "[3]",
            "ü",
            "😀"
        )
        .List[1, 8]
        .Select(string.Concat);

    [Theory]
    [InlineData("a")]
    [InlineData("$")]
    [InlineData("$.a")]
    [InlineData("$[*].a|$.b[0]")]
    [InlineData("$a.$b")]
    [InlineData(@"\$|\.\[\]\|\\|\ a\ ")]
    [InlineData("[0][*][12].x")]
    public void A_path_is_taken_apart_as_the_compiler_does(string path) => Assert.Equal(Expected(path), Read(path));

    [Fact]
    public void Whatever_the_compiler_accepts_is_taken_apart_alike() =>
        GenPath.Sample(
            path =>
            {
                if (Expected(path) is { } expected)
                {
                    Assert.Equal(expected, Read(path));
                }
            },
            iter: 50_000
        );

    private static string Read(string path) =>
        string.Join(
            " | ",
            JsonPathReader
                .Read(path)
                .Select(steps => string.Join(" ", steps.Select(step => step.Name ?? (step.IsEvery ? "[*]" : $"[{step.Index}]"))))
        );

    /// <summary><see langword="null"/> for a malformed path.</summary>
    private static string? Expected(string path) =>
        JsonPathParser.Parse(path, out _) is { } parsed
            ? string.Join(" | ", parsed.Alternatives.Select(steps => string.Join(" ", steps.Select(Describe))))
            : null;

    private static string Describe(JsonPathSegment step) =>
        step.Kind switch
        {
            JsonPathSegmentKind.Name => step.Name,
            JsonPathSegmentKind.Index => $"[{step.Index}]",
            _ => "[*]",
        };
}
