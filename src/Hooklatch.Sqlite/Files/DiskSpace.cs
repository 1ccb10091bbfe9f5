namespace Hooklatch.Sqlite.Files;

/// <summary>Whether the disk has room left. The system is asked once a second at most.</summary>
internal sealed class DiskSpace(string directory, long minFree, TimeProvider time, Func<string, long?> freeBytesOf)
{
    /// <summary>What is free of the disk itself in any case: the write-ahead log needs it, also where the database does not grow.</summary>
    public const long Margin = 64L << 20;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private long? _askedAt;
    private bool _isLow;

    /// <summary>Whether less is free than is to stay free. Where nobody knows, there is room.</summary>
    /// <param name="inside">How much is free inside the database, which counts too: what was dropped from it makes no file smaller.</param>
    public bool IsLow(Func<long> inside)
    {
        if (_askedAt is not { } asked || time.GetElapsedTime(asked) >= Period)
        {
            _askedAt = time.GetTimestamp();
            _isLow =
                freeBytesOf(directory) is { } free && free < minFree && (free < Math.Min(minFree, Margin) || free + inside() < minFree);
        }

        return _isLow;
    }
}
