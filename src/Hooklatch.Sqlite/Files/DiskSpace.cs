namespace Hooklatch.Sqlite.Files;

/// <summary>Whether the disk has room left. The system is asked once a second at most.</summary>
internal sealed class DiskSpace(string directory, long minFree, TimeProvider time, Func<string, long?> freeBytesOf)
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private long? _askedAt;
    private bool _isLow;

    /// <summary>Whether less is free than is to stay free. Where nobody knows, there is room.</summary>
    public bool IsLow
    {
        get
        {
            if (_askedAt is not { } asked || time.GetElapsedTime(asked) >= Period)
            {
                _askedAt = time.GetTimestamp();
                _isLow = freeBytesOf(directory) < minFree;
            }

            return _isLow;
        }
    }
}
