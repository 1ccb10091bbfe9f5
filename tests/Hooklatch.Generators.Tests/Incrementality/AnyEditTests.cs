using Hooklatch.Generators.Tests.Fixture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Tests.Incrementality;

/// <summary>Whatever is typed, and wherever, a driver that remembers writes what one that knows nothing writes.</summary>
public sealed class AnyEditTests
{
    private const int Edits = 60;

    /// <summary>What the first file declares between its bodies, the others read.</summary>
    private static readonly string[] Sources =
    [
        """
            using System.ComponentModel.DataAnnotations;
            using System.Text.Json.Serialization;

            public enum Level { Low, High = 7 }

            public sealed record Answer(string Text, Level? Level)
            {
                public override string ToString() { return Text; }
            }

            public static class Limits
            {
                static Limits() { Console.Write(Half(Most)); }

                public static int Half(int number) { return number / 2; }

                public const int Most = 4096;

                public static string Describe() => $"at most {Most}";

                public const string Header = "X-Token";

                public static IEnumerable<int> All() { yield return Most; }

                public const string Event = "push";
            }

            public readonly struct Money
            {
                public static bool TryParse(string text, out Money money) { money = default; return text.Length > 0; }

                public string Text() => "money";
            }

            public sealed record Order([property: Required] string Id, [property: Range(1, 9)] int Count = 1)
            {
                public int Twice() => Count * 2;

                [StringLength(20)] public string? Note { get; init; }
            }

            [JsonSerializable(typeof(Answer)), JsonSerializable(typeof(Order))]
            internal sealed partial class SampleJson : JsonSerializerContext;

            /// <summary>What is set.</summary>
            [PluginConfig]
            public sealed class SampleConfig
            {
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
                [Webhook("/orders/{id:int}", Methods = ["POST", "PUT"], MaxBodySize = Limits.Most)]
                public Task<Answer> Taken(int id, [FromBody] Order order, [FromHeader] string? text = null)
                {
                    var level = config.Most > id ? Level.Low : Level.High;
                    return Task.FromResult(new Answer($"{order} {text}", level));
                }

                [Webhook("/cancel")]
                public static Task<string> Cancelled([FromJson("order.id")] string id, [FromQuery] Level[] levels, [FromQuery] Money? money) =>
                    Task.FromResult(id + levels.Length + money);

                public const string Opened = "issues.opened";
            }
            """,
        """
            namespace Other
            {
                [Webhook("/events")]
                [SharedToken(Header = Limits.Header, Secret = "Secret")]
                [EventFrom(Header = "X-Event")]
                public static class Events
                {
                    [OnEvent(Limits.Event)] public static Task Pushed() { return Task.CompletedTask; }

                    [OnEvent(Orders.Opened)] public static async Task Opened([FromJson("issue.level")] Level level)
                    {
                        if (level is Level.Low) { await Task.Delay(1); }
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
        "public ",
        "class Typed { }",
        "namespace Typed { }",
        "yield return 1;",
        "{ get => field; set; }",
        "await ",
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

    /// <summary>An editor goes on from one state in several ways, some of them at a time.</summary>
    [Fact]
    public void Forks_of_a_driver_write_what_new_ones_write()
    {
        Compilation original = Project.Plugin(Sources).Compile();
        var driver = NewDriver(original).RunGenerators(original, TestContext.Current.CancellationToken);
        var typed = Enumerable.Range(0, 40).Select(seed => Type(original, new Random(seed))).ToArray();
        var expected = typed.Select(project => FilesOf(NewDriver(project).RunGenerators(project, TestContext.Current.CancellationToken)));

        var forks = typed
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(4)
            .Select(project => FilesOf(driver.RunGenerators(project, TestContext.Current.CancellationToken)));

        Assert.Equal(expected, forks);
    }

    /// <summary>Types somewhere: half of the time in the file that the others read, and half of the time in a body.</summary>
    private static Compilation Type(Compilation compilation, Random random)
    {
        var files = compilation.SyntaxTrees.Where(file => file.Length > 200).ToArray();
        var file = files[Math.Max(0, random.Next(2 * files.Length - 2) - files.Length + 2)];
        var text = file.ToString();
        var root = file.GetRoot(TestContext.Current.CancellationToken);
        var bodies = root.DescendantNodes().Where(node => node is BlockSyntax or ArrowExpressionClauseSyntax).ToArray();
        var place = bodies.Length > 0 && random.Next(2) == 0 ? bodies[random.Next(bodies.Length)] : root;
        var tokens = place.DescendantTokens().ToArray();
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
