using System.Text;

namespace Hooklatch.Fuzz;

/// <summary>Inputs that resemble a corpus, the same ones in every run.</summary>
internal sealed class Mutation
{
    private const int Seed = 1;
    private const int MaxSteps = 4;
    private const int MaxRepeated = 64;

    /// <summary>What means something to one format or the other.</summary>
    private static readonly byte[][] Tokens =
    [
        .. "{}[]\",:\\\n0-.eE+&=%;\0 ".Select(character => new[] { (byte)character }),
        .. new[]
        {
            "null",
            "true",
            "\\u0063",
            "\\ud800",
            "1e400",
            "\"\":",
            "--b\r\n",
            "\r\n\r\n",
            "%00",
            "%ff",
            "[0]",
            "[1].",
            "*=",
            "utf-16",
        }.Select(Encoding.UTF8.GetBytes),
        [0x80],
        [0xFF],
        [0xEF, 0xBB, 0xBF],
    ];

#pragma warning disable CA5394 // Predictable is what it must be.
    private readonly Random _random = new(Seed);
    private readonly IReadOnlyList<byte[]> _corpus;

    private Mutation(IReadOnlyList<byte[]> corpus) => _corpus = corpus;

    /// <summary>Mutations of a corpus, without end.</summary>
    public static IEnumerable<byte[]> Of(IReadOnlyList<byte[]> corpus)
    {
        for (var mutation = new Mutation(corpus); ; )
        {
            yield return mutation.Next();
        }
    }

    private byte[] Next()
    {
        var input = Pick(_corpus);
        for (var steps = _random.Next(1, MaxSteps + 1); steps > 0; steps--)
        {
            input = Change(input);
        }

        return input;
    }

    private byte[] Change(byte[] input)
    {
        var at = _random.Next(input.Length + 1);
        var end = Math.Min(input.Length, at + _random.Next(1, MaxRepeated));
        return _random.Next(6) switch
        {
            0 => [.. input[..at], .. input[end..]],
            1 => [.. input[..end], .. input[at..]],
            2 => [.. input[..at], .. Pick(Tokens), .. input[at..]],
            3 => [.. input[..at], .. Pick(Tokens), .. input[end..]],
            4 => [.. input[..at], .. Tail(Pick(_corpus))],
            _ => FlipBit(input),
        };
    }

    private byte[] FlipBit(byte[] input)
    {
        var flipped = input.ToArray();
        if (flipped.Length > 0)
        {
            flipped[_random.Next(flipped.Length)] ^= (byte)(1 << _random.Next(8));
        }

        return flipped;
    }

    private byte[] Tail(byte[] input) => input[_random.Next(input.Length + 1)..];

    private T Pick<T>(IReadOnlyList<T> among) => among[_random.Next(among.Count)];
#pragma warning restore CA5394
}
