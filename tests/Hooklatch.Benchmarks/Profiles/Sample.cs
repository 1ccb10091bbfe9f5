namespace Hooklatch.Benchmarks.Profiles;

/// <summary>What a processor was doing at one moment: the function, then who called it, as far as that is known.</summary>
/// <param name="Frames">The functions and the files that they are in, the innermost first.</param>
internal sealed record Sample(IReadOnlyList<(string Function, string File)> Frames)
{
    /// <summary>Whose code was running; of the base library and the runtime, whose called it, if anybody's did.</summary>
    public Owner Owner { get; } = Frames.Select(OwnerOf).FirstOrDefault(owner => owner is not Owner.Runtime, Owner.Runtime);

    /// <summary>Whether it was running our code itself.</summary>
    public bool IsInOurCode { get; } = OwnerOf(Frames[0]) is Owner.Ours;

    /// <summary>Reads what <c>perf script -F ip,sym,dso</c> prints: a frame per line, a blank line behind each sample.</summary>
    public static IEnumerable<Sample> Read(string printed)
    {
        var frames = new List<(string, string)>();
        foreach (var line in printed.Split('\n').Append(""))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length >= 3)
            {
                frames.Add((string.Join(' ', parts[1..^1]), parts[^1].Trim('(', ')')));
            }
            else if (frames.Count > 0)
            {
                yield return new Sample(frames);
                frames = [];
            }
        }
    }

    /// <summary>The names of native functions begin with their assembly's; a framework's generic over a type of ours counts as ours.</summary>
    private static Owner OwnerOf((string Function, string File) frame) =>
        IsIn(frame.File, "kernel") || IsIn(frame.File, "[vdso]") ? Owner.Kernel
        : IsIn(frame.File, "libcrypto") || IsIn(frame.Function, "CryptoNative") ? Owner.Cryptography
        : IsIn(frame.Function, "Hooklatch") ? Owner.Ours
        : IsIn(frame.Function, "Text_Json") ? Owner.Json
        : IsIn(frame.Function, "AspNetCore") ? Owner.AspNetCore
        : Owner.Runtime;

    private static bool IsIn(string text, string part) => text.Contains(part, StringComparison.Ordinal);
}
