using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooklatch.Generators.Tests.EveryAuthor;

/// <summary>Types that hold themselves with ever larger type arguments: whoever follows them must stop, and say so.</summary>
public sealed class EndlessTests
{
    private const string Types = """
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;

        public class Grow<T> { public Grow<List<T>>? Next { get; init; } [Range(1, 2)] public int Value { get; init; } }
        public class Wide<T> { public Wide<Tuple<T, T, T, T, T, T>>? Next { get; init; } [MaxSize("1MB")] public IFormFile? File { get; init; } }
        public class One<T> { public Other<T[]>? Next { get; init; } }
        public class Other<T> { public One<T>? Next { get; init; } [Range(1, 2)] public int Value { get; init; } }
        public class Hidden<T> { [JsonIgnore] public Hidden<List<T>>? Next { get; init; } [Range(1, 2)] public int Value { get; init; } }
        public class Ends<T> { public Ended? Next { get; init; } [Range(1, 2)] public int Value { get; init; } public T? Last { get; init; } }
        public class Ended { public Ends<List<List<int>>>? Next { get; init; } }

        """;

    [Theory]
    [InlineData("HL0020", "[PluginConfig] public sealed class Config { public Grow<int>? Value { get; init; } }")]
    [InlineData("HL0020", "[PluginConfig] public sealed class Config { public Dictionary<string, One<int>>? Value { get; init; } }")]
    [InlineData(
        "HL0020",
        "[PluginConfig] public sealed class Config { public Grow<int> Value => new(); public string? Text { get; init; } }"
    )]
    [InlineData("HL0015", "On([FromForm] Grow<int> value)")]
    [InlineData("HL0015", "On([FromForm] Wide<int> value)")]
    [InlineData("HL0015", "On([FromForm] One<string> value)")]
    [InlineData("HL0015", "On([FromBody] Grow<int> value)")]
    [InlineData("HL0015", "On([FromBody] List<One<string>> value)")]
    [InlineData(null, "On([FromBody] Hidden<int> value)")]
    [InlineData("HL0057", "On([FromServices] Grow<int> value)")]
    [InlineData(null, "On([FromForm] Ends<int> value)")]
    public async Task They_are_refused_where_they_are_followed(string? id, string declaration)
    {
        var source = declaration.StartsWith("On(", StringComparison.Ordinal)
            ? $"public static class Hooks {{ [Webhook(\"/a\"), Unverified(\"test\")] public static Task {declaration} => Task.CompletedTask; }}"
            : declaration;
        var generation = Project.Plugin(Types + source).Generate().ShouldCompile();
        var findings = await generation
            .Input.WithAnalyzers([new HooklatchAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        // No context covers the bodies: System.Text.Json's own generator never ends with such a type.
        string[] ids = [.. findings.Select(finding => finding.Id).Where(found => found is not "HL0006").Distinct()];
        Assert.Equal(id is null ? [] : [id], ids);
        Assert.All(findings, finding => Assert.Equal("File2.cs", finding.Location.SourceTree?.FilePath));
    }

    [Fact]
    public void A_context_that_reaches_one_is_followed_to_an_end()
    {
        var compilation = Project
            .Plugin(Types + "[JsonSerializable(typeof(Grow<int>))] internal sealed partial class Json : JsonSerializerContext;")
            .Compile();
        var context = compilation.GetTypeByMetadataName("Json")!;
        Assert.NotNull(Hooklatch.Generators.Json.JsonContextParser.Parse(context, TestContext.Current.CancellationToken));
    }
}
