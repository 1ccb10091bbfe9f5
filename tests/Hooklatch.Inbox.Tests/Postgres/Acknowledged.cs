namespace Hooklatch.Inbox.Tests.Postgres;

/// <summary>The ids that a store has returned under load, and who waits for how many.</summary>
internal sealed class Acknowledged
{
    private readonly Lock _lock = new();
    private readonly List<long> _ids = [];
    private (int Count, TaskCompletionSource Reached) _wanted = (0, new());

    public IReadOnlyList<long> Ids
    {
        get
        {
            lock (_lock)
            {
                return [.. _ids];
            }
        }
    }

    public void Add(long id)
    {
        lock (_lock)
        {
            _ids.Add(id);
            if (_ids.Count >= _wanted.Count)
            {
                _wanted.Reached.TrySetResult();
            }
        }
    }

    /// <summary>Waits for some more from now on.</summary>
    public Task MoreAsync(int count)
    {
        lock (_lock)
        {
            _wanted = (_ids.Count + count, new(TaskCreationOptions.RunContinuationsAsynchronously));
            return _wanted.Reached.Task.WaitAsync(TestContext.Current.CancellationToken);
        }
    }
}
