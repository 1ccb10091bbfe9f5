namespace Hooklatch.Inbox.Running;

/// <summary>Tells one run that it has to end: its time is over, the host stops, or its claim is none any more.</summary>
/// <param name="stopping">Cancelled when the host has to end.</param>
internal sealed class RunEnding(CancellationToken stopping) : IDisposable
{
    private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    private volatile bool _isRevoked;

    /// <summary>What the handler is given.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether its claim is none any more.</summary>
    public bool IsRevoked => _isRevoked;

    /// <summary>Whether it ends for a reason that says nothing of its handler.</summary>
    public bool IsWithdrawn => _isRevoked || stopping.IsCancellationRequested;

    /// <summary>Says that its claim is none any more.</summary>
    public void Revoke()
    {
        _isRevoked = true;
        // What a handler does when its token is cancelled may take its time.
        _ = Task.Run(CancelAsync);
    }

    /// <summary>Tells the handler.</summary>
    public async Task CancelAsync()
    {
        try
        {
            await _source.CancelAsync();
        }
        catch (Exception error) when (error is AggregateException or ObjectDisposedException)
        {
            // What a handler does when its token is cancelled is its own, and must not end the process. Or it has ended meanwhile.
        }
    }

    public void Dispose() => _source.Dispose();
}
