namespace Hooklatch.FaultHost;

/// <summary>How many transactions the store has committed. Whoever claims commits one, also where there is nothing to claim.</summary>
internal sealed class Commits
{
    private long _count;

    public long Count => Interlocked.Read(ref _count);

    public void Add() => Interlocked.Increment(ref _count);
}
