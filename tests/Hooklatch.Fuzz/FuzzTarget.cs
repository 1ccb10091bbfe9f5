using Hooklatch.Fuzz.Targets;

namespace Hooklatch.Fuzz;

/// <summary>Something that reads what strangers send, and what must hold for every input.</summary>
internal abstract class FuzzTarget(string name)
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new JsonTarget(),
        new UrlEncodedTarget(),
        new MultipartTarget(),
        new FormObjectTarget(),
        new SignatureTarget(),
        new HeaderTarget(),
        new TimestampTarget(),
        new VerifierTarget(),
        new TokenTarget(),
    ];

    public string Name => name;

    /// <summary>Inputs of every kind that the target tells apart, and every input that once broke it.</summary>
    public IReadOnlyList<byte[]> Corpus { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.PathOf("tests", "Hooklatch.Fuzz", "Corpus", name))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllBytes),
    ];

    public static FuzzTarget Named(string name) =>
        All.FirstOrDefault(target => target.Name == name)
        ?? throw new ArgumentException($"No target is called '{name}'. There are: {string.Join(", ", All.Select(target => target.Name))}.");

    /// <summary>Throws if a promise is broken.</summary>
    public abstract void Check(byte[] input);

    public void Check(Stream input)
    {
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        Check(bytes.ToArray());
    }

    public override string ToString() => name;
}
