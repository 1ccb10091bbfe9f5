using System.Globalization;
using Hooklatch.Benchmarks.Scale;
using Hooklatch.Generators;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Benchmarks.Compilation;

/// <summary>What our generator adds to every key in an editor, in turn with ASP.NET Core's on as many endpoints.</summary>
internal static class GeneratorBenchmark
{
    private const int Keys = 40;
    private const int HostReferences = 300;

    private static readonly int[] Counts = [10, 100, 1_000, 4_000];

    private static readonly (string Place, string Name)[] Places =
    [
        (ManyHandlers.InBody, "a body"),
        (ManyHandlers.InDeclaration, "a declaration"),
    ];

    public static bool Run()
    {
        Measure(10, ManyHandlers.InDeclaration); // The just-in-time compiler's work is not the generators'.

        Console.WriteLine(
            """

            | handlers | key in | cold run | RequestDelegateGenerator | per key, p50 | RequestDelegateGenerator | ratio | per key, p95 | RequestDelegateGenerator |
            |---|---|---|---|---|---|---|---|---|
            """
        );
        foreach (var (count, (place, name)) in Counts.SelectMany(_ => Places, (count, place) => (count, place)))
        {
            var (ours, theirs) = Measure(count, place);
            Console.WriteLine(
                $"| {count} | {name} | {Milli(ours.Cold)} | {Milli(theirs.Cold)} | {Milli(ours.P50)} | {Milli(theirs.P50)} "
                    + $"| {(ours.P50 / theirs.P50).ToString("F2", CultureInfo.InvariantCulture)} | {Milli(ours.P95)} | {Milli(theirs.P95)} |"
            );
        }

        var host = new Keystrokes(
            Ours(),
            [$"public static class Program {{ public static void Main() {{ {ManyHandlers.InBody} }} }}"],
            OutputKind.ConsoleApplication
        );
        var link = Measured.Of(host.Cold(), [.. Enumerable.Range(0, 5 * Keys).Select(_ => host.Press(ManyHandlers.InBody))]);
        Console.WriteLine($"\nA host of {Sdk.References.Length} references: {Milli(link.P50)} per key, p95 {Milli(link.P95)}.");
        return Sdk.References.Length >= HostReferences;
    }

    private static ISourceGenerator Ours() => new HooklatchGenerator().AsSourceGenerator();

    private static (Measured Ours, Measured Theirs) Measure(int count, string place)
    {
        var ours = new Keystrokes(Ours(), ManyHandlers.Plugin(count));
        var theirs = new Keystrokes(Sdk.RequestDelegateGenerator(), ManyHandlers.MinimalApi(count));
        var cold = (Ours: ours.Cold(), Theirs: theirs.Cold());
        var keys = Enumerable.Range(0, Keys).Select(_ => (Ours: ours.Press(place), Theirs: theirs.Press(place))).ToList();
        return (Measured.Of(cold.Ours, [.. keys.Select(key => key.Ours)]), Measured.Of(cold.Theirs, [.. keys.Select(key => key.Theirs)]));
    }

    private static string Milli(TimeSpan time) => time.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture) + " ms";

    private sealed record Measured(TimeSpan Cold, TimeSpan P50, TimeSpan P95)
    {
        public static Measured Of(TimeSpan cold, TimeSpan[] keys)
        {
            Array.Sort(keys);
            return new Measured(cold, keys[keys.Length / 2], keys[keys.Length * 95 / 100]);
        }
    }
}
