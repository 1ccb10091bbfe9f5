namespace Hooklatch.Signing.Refusals;

/// <summary>How much one explanation may compute: a number of signatures, and of bytes that are hashed for them.</summary>
internal sealed class GuessBudget
{
    /// <summary>The most signatures that are computed for one explanation.</summary>
    public const int MaxTries = 128;

    /// <summary>The most bytes that are hashed for them.</summary>
    public const long MaxBytes = 16L << 20;

    /// <summary>A longer body is tried as it is, and not written anew.</summary>
    public const int MaxRewritten = 256 << 10;

    private int _tries = MaxTries;
    private long _bytes = MaxBytes;

    /// <summary>Whether one more signature over this many bytes may be computed.</summary>
    public bool TryTake(long bytes)
    {
        if (_tries == 0 || _bytes < bytes)
        {
            return false;
        }

        _tries--;
        _bytes -= bytes;
        return true;
    }
}
