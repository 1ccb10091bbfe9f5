using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Tests.Incrementality;

/// <summary>Whatever is typed, and wherever, a driver that remembers writes what one that knows nothing writes.</summary>
public sealed class AnyEditTests
{
    private const int Edits = 60;

    private static readonly string[] Sources =
    [
        """
            using System.ComponentModel.DataAnnotations;
            using System.Text.Json.Serialization;
            using Microsoft.AspNetCore.Mvc;

            public enum Level { Low, High = 7 }

            public sealed record Answer(string Text, Level? Level);

            public sealed record Order([property: Required] string Id, [property: Range(1, 9)] int Count = 1);

            [JsonSerializable(typeof(Answer)), JsonSerializable(typeof(Order))]
            internal sealed partial class SampleJson : JsonSerializerContext;

            /// <summary>What is set.</summary>
            [PluginConfig]
            public sealed class SampleConfig
            {
                public const string Header = "X-Token";

                public SampleConfig() { Most = 3; }

                [Secret] public string? Secret { get; init; }

                /// <summary>How many at most.</summary>
                public int Most { get; init; } = 5;
            }
            """,
        """
            using Microsoft.AspNetCore.Mvc;

            [GitHubSignature(Secret = nameof(SampleConfig.Secret))]
            public sealed class Orders(SampleConfig config)
            {
                [Webhook("/orders/{id:int}", Methods = ["POST", "PUT"], MaxBodySize = 4096)]
                public Task<Answer> Taken(int id, [FromBody] Order order, [FromHeader] string? text = null)
                {
                    var level = config.Most > id ? Level.Low : Level.High;
                    return Task.FromResult(new Answer($"{order} {text}", level));
                }

                [Webhook("/cancel")]
                public static Task<string> Cancelled([FromJson("order.id")] string id, [FromQuery] Level[] levels) =>
                    Task.FromResult(id + levels.Length);
            }
            """,
        """
            namespace Other
            {
                [Webhook("/events")]
                [SharedToken(Header = SampleConfig.Header, Secret = "Secret")]
                [EventFrom(Header = "X-Event")]
                public static class Events
                {
                    [OnEvent("push")] public static Task Pushed() { return Task.CompletedTask; }

                    [OnEvent("issues")] public static async Task Opened([FromJson("issue.title")] string title)
                    {
                        if (title.Length > 3) { await Task.Delay(1); }
                    }
                }
            }
            """,
    ];

    private static readonly string[] Typed =
    [
        "{",
        "}",
        "(",
        ")",
        ";",
        "\"",
        "/*",
        "*/",
        "//",
        "///",
        "\n#nullable disable\n",
        "\n#if DEBUG\n",
        "\n#endif\n",
        "?",
        "[]",
        "int",
        "static ",
        "private ",
        "[Unverified(\"sample\")] ",
        "[Webhook(\"/typed\")] ",
        "public static Task More() => Task.CompletedTask;",
        "public static Task Again() { return Task.CompletedTask; }",
        " => ",
        ", int more = 3",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_driver_that_remembers_writes_what_a_new_one_writes(int seed)
    {
        var random = new Random(seed);
        Compilation original = Project.Plugin(Sources).Compile();
        var (project, driver) = (original, (GeneratorDriver)NewDriver(original));
        for (var edit = 0; edit < Edits; edit++)
        {
            // What is broken stays so for a few keys, then everything is as it was, in one step as after an undo.
            project = edit % 5 == 4 ? original : Type(project, random);
            driver = driver.RunGenerators(project, TestContext.Current.CancellationToken);

            Assert.Equal(FilesOf(NewDriver(project).RunGenerators(project, TestContext.Current.CancellationToken)), FilesOf(driver));
        }
    }

    private static CSharpGeneratorDriver NewDriver(Compilation project) =>
        CSharpGeneratorDriver.Create(
            [new HooklatchGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)project.SyntaxTrees.First().Options
        );

    private static IEnumerable<(string Name, string Text)> FilesOf(GeneratorDriver driver)
    {
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return result
            .GeneratedSources.Select(file => (file.HintName, file.SourceText.ToString()))
            .OrderBy(file => file.HintName, StringComparer.Ordinal);
    }

    private static Compilation Type(Compilation compilation, Random random)
    {
        var files = compilation.SyntaxTrees.Where(file => file.Length > 200).ToArray();
        var file = files[random.Next(files.Length)];
        var text = file.ToString();
        var tokens = file.GetRoot(TestContext.Current.CancellationToken).DescendantTokens().ToArray();
        var token = tokens[random.Next(tokens.Length)].Span;
        var changed = random.Next(4) switch
        {
            0 => text.Remove(token.Start, token.Length),
            1 => text.Insert(token.End, text.Substring(token.Start, token.Length)),
            2 => text.Remove(token.Start, token.Length).Insert(token.Start, Typed[random.Next(Typed.Length)]),
            _ => text.Insert(token.Start, Typed[random.Next(Typed.Length)]),
        };
        return compilation.ReplaceSyntaxTree(file, Project.Parse(changed, file.FilePath));
    }
}
