namespace Hooklatch.Verification.Lookups;

/// <summary>Waits for an answer, but not for ever: whoever is asked may not listen when it is told to stop.</summary>
internal static class Patience
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(10);

    /// <param name="ask">Asks.</param>
    /// <param name="silence">What stands for no answer.</param>
    /// <param name="time">The clock.</param>
    public static async Task<T> AskAsync<T>(Func<CancellationToken, ValueTask<T>> ask, T silence, TimeProvider time)
    {
        using var timeout = new CancellationTokenSource(Most, time);
        try
        {
            return await ask(timeout.Token).AsTask().WaitAsync(timeout.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return silence;
        }
    }
}
