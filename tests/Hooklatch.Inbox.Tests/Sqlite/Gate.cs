using Hooklatch.Sqlite;

namespace Hooklatch.Inbox.Tests.Sqlite;

/// <summary>Holds the writer before it commits, and counts the commits.</summary>
internal sealed class Gate
{
    private readonly object _gate = new();
    private bool _isOpen = true;
    private int _passes;
    private TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Gate() => Hooks = new() { BeforeCommit = Pass, AfterCommit = () => Commits++ };

    public SqliteHooks Hooks { get; }

    public int Commits { get; private set; }

    /// <summary>Stops the next commit.</summary>
    /// <param name="passing">Whether the one that stands there goes on.</param>
    /// <returns>Completes when the writer stands before it.</returns>
    public Task Close(bool passing = false)
    {
        lock (_gate)
        {
            _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
            (_isOpen, _passes) = (false, passing ? 1 : 0);
            Monitor.PulseAll(_gate);
            return _reached.Task;
        }
    }

    public void Open()
    {
        lock (_gate)
        {
            _isOpen = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Pass()
    {
        lock (_gate)
        {
            _reached.TrySetResult();
            while (!_isOpen && _passes == 0)
            {
                Monitor.Wait(_gate);
            }

            _passes = 0;
        }
    }
}
