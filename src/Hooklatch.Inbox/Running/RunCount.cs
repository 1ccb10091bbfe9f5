namespace Hooklatch.Inbox.Running;

/// <summary>How many of something run. Guarded by the lock of <see cref="Slots"/>.</summary>
internal sealed class RunCount
{
    public int Value { get; set; }
}
