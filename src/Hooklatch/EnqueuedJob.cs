namespace Hooklatch;

/// <summary>A job that is on stable storage.</summary>
/// <param name="Id">Its id, or the id of the one that it is a copy of.</param>
/// <param name="IsDuplicate">Whether there was one of its kind already (<see cref="JobOptions.Deduplicate"/>), so that nothing was stored.</param>
public readonly record struct EnqueuedJob(long Id, bool IsDuplicate);
