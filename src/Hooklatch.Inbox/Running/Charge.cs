using Hooklatch.Bodies;

namespace Hooklatch.Inbox.Running;

/// <summary>What a run holds of its endpoint's part of the memory budget.</summary>
/// <param name="share">The endpoint's part.</param>
/// <param name="bytes">What is charged already.</param>
internal sealed class Charge(BodyBudget.Share share, long bytes)
{
    private long _bytes = bytes;

    public bool TryTake(long more)
    {
        if (!share.TryTakeMemory(more))
        {
            return false;
        }

        _bytes += more;
        return true;
    }

    public void Return() => share.ReturnMemory(Interlocked.Exchange(ref _bytes, 0));
}
