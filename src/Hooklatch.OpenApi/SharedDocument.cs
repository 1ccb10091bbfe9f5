namespace Hooklatch.OpenApi;

/// <summary>
/// A document that is built for the first request and again after a change. Requests at the same time wait for one build, and a build begins only
/// after the one before it has ended: however many clients ask, one build runs.
/// </summary>
internal sealed class SharedDocument(Func<Task<ServedDocument>> build, Func<DocumentState> readState)
{
    private readonly Lock _lock = new();
    private Build? _latest;

    /// <summary>The document as it is now. No request cancels a build, since others may wait for it. A build that failed is tried again.</summary>
    public Task<ServedDocument> GetAsync()
    {
        var latest = Volatile.Read(ref _latest);
        if (latest?.IsUsable is true)
        {
            return latest.Document;
        }

        lock (_lock)
        {
            if (_latest?.IsUsable is not true)
            {
                var earlier = _latest?.Document;
                // Read before the build: what changes while it runs is seen by the next request.
                _latest = new Build(readState(), Task.Run(() => BuildAfterAsync(earlier)));
            }

            return _latest.Document;
        }
    }

    private async Task<ServedDocument> BuildAfterAsync(Task? earlier)
    {
        if (earlier is not null)
        {
            await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return await build();
    }

    private sealed record Build(DocumentState State, Task<ServedDocument> Document)
    {
        public bool IsUsable => (!Document.IsCompleted || Document.IsCompletedSuccessfully) && State.IsCurrent;
    }
}
