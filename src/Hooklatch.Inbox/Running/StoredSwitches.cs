using Hooklatch.Lifecycle;

namespace Hooklatch.Inbox.Running;

/// <summary>Keeps in the store which plugins a person has disabled, and follows what other hosts write there.</summary>
internal sealed class StoredSwitches(InboxStore store, PluginRegistry registry) : IPluginSwitches, IDisposable
{
    private readonly Lock _lock = new();

    /// <summary>Held while something is written, so that what a person said last is written last.</summary>
    private readonly SemaphoreSlim _writing = new(1);

    /// <summary>What a person has disabled here and is not written down yet.</summary>
    private readonly HashSet<string> _unwritten = [];

    /// <summary>How often something was written here: what was read before it says nothing of it.</summary>
    private long _written;

    public async Task<IReadOnlyList<string>> ReadAsync(CancellationToken cancellationToken)
    {
        // Before the worker does: no plugin is started that is to stay disabled.
        await store.OpenAsync(cancellationToken);
        return await store.Inner.GetDisabledAsync(cancellationToken);
    }

    public async Task SetAsync(string plugin, bool isDisabled, Func<Task> apply, CancellationToken cancellationToken)
    {
        if (isDisabled)
        {
            lock (_lock)
            {
                _unwritten.Add(plugin);
            }

            await apply();
        }

        await WriteAsync(plugin, isDisabled, isLate: false, cancellationToken);
        if (!isDisabled)
        {
            await apply();
        }
    }

    /// <summary>Writes what is not written yet, then reads what counts.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken)
    {
        foreach (var plugin in Unwritten())
        {
            await WriteAsync(plugin, isDisabled: true, isLate: true, cancellationToken);
        }

        var written = Written();
        var disabled = await store.Inner.GetDisabledAsync(cancellationToken);
        lock (_lock)
        {
            if (written == _written && _unwritten.Count == 0)
            {
                registry.Follow(disabled);
            }
        }
    }

    public void Dispose() => _writing.Dispose();

    private async Task WriteAsync(string plugin, bool isDisabled, bool isLate, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (isLate && !Unwritten().Contains(plugin))
            {
                // A person has enabled it meanwhile.
                return;
            }

            await store.Inner.SetDisabledAsync(plugin, isDisabled, cancellationToken);
            lock (_lock)
            {
                _unwritten.Remove(plugin);
                _written++;
            }
        }
        catch (InboxUnavailableException error)
        {
            store.NoteUnavailable(error);
            throw;
        }
        finally
        {
            _writing.Release();
        }
    }

    private string[] Unwritten()
    {
        lock (_lock)
        {
            return [.. _unwritten];
        }
    }

    private long Written()
    {
        lock (_lock)
        {
            return _written;
        }
    }
}
