namespace Hooklatch.Verification.Lookups;

/// <summary>Limits how long a lookup is waited for. The lookup may ignore its cancellation token, so the wait ends without it.</summary>
internal static class LookupTimeout
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <param name="lookup">The lookup.</param>
    /// <param name="unavailable">What is returned if the lookup does not answer in time.</param>
    /// <param name="time">The clock.</param>
    public static async Task<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> lookup, T unavailable, TimeProvider time)
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        try
        {
            return await lookup(timeout.Token).AsTask().WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return unavailable;
        }
    }
}
