using System.Security.Cryptography;

namespace Hooklatch.Fuzz;

/// <summary>What the fuzzer starts from, and what it once found, on every run of the tests.</summary>
public class CorpusTests
{
    private const int Mutations = 20_000;

    public static TheoryData<string> Targets => [.. FuzzTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public void Every_input_of_the_corpus_holds(string name)
    {
        var target = FuzzTarget.Named(name);
        Assert.NotEmpty(target.Corpus);
        foreach (var input in target.Corpus)
        {
            Check(target, input);
        }
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public void Mutations_of_the_corpus_hold(string name)
    {
        var target = FuzzTarget.Named(name);
        foreach (var input in Mutation.Of(target.Corpus).Take(Mutations))
        {
            Check(target, input);
        }
    }

    /// <summary>Keeps the input that breaks a promise, for the debugger and for the corpus.</summary>
    private static void Check(FuzzTarget target, byte[] input)
    {
        try
        {
            target.Check(input);
        }
        catch (Exception error)
        {
            var folder = Repository.PathOf("artifacts", "fuzz", "found");
            var path = Path.Combine(folder, $"{target}-{Convert.ToHexStringLower(SHA256.HashData(input))[..12]}");
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(path, input);
            throw new InvalidOperationException($"{target} breaks on {path}.", error);
        }
    }
}
