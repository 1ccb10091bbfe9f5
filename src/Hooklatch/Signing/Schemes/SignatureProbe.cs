namespace Hooklatch.Signing.Schemes;

/// <summary>
/// Tries whether a signature was made in another way than its scheme says, to explain a refusal. It answers yes or no and never shows what it
/// computed.
/// </summary>
internal abstract class SignatureProbe : IDisposable
{
    /// <summary>How many keys there are.</summary>
    public abstract int KeyCount { get; }

    /// <summary>In which ways a key's text may be read besides the scheme's own, each as the end of "The signature fits if …".</summary>
    public abstract IReadOnlyList<string> ReadingsOf(int key);

    /// <summary>Whether a signature of this length can be checked.</summary>
    public abstract bool CanCheck(int length);

    /// <summary>What makes signatures of a length, where the length tells.</summary>
    public abstract string? AlgorithmOf(int length);

    /// <summary>Whether a signature is one over a text.</summary>
    /// <param name="text">The parts of the text.</param>
    /// <param name="body">The body.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="key">The key.</param>
    /// <param name="reading">-1 for the key as the scheme reads it, else the number of one of <see cref="ReadingsOf"/>.</param>
    public abstract bool Fits(
        IReadOnlyList<TracedPart> text,
        ReadOnlySpan<byte> body,
        ReadOnlySpan<byte> signature,
        int key,
        int reading = -1
    );

    public abstract void Dispose();
}
