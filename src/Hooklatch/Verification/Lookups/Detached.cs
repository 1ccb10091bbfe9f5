namespace Hooklatch.Verification.Lookups;

/// <summary>Runs an author's code with nothing of the request that happened to ask for it, or to bring it about.</summary>
internal static class Detached
{
    /// <summary>
    /// Runs it on another thread, since it may keep the one that it is given, and without what flows along with a request, such as its
    /// <c>HttpContext</c>: the request may be over before the answer is there, and the next one served in its place.
    /// </summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> run)
    {
        using var apart = Suppress();
        return Task.Run(run);
    }

    /// <inheritdoc cref="RunAsync{T}(Func{Task{T}})"/>
    public static Task RunAsync(Func<Task> run)
    {
        using var apart = Suppress();
        return Task.Run(run);
    }

    private static AsyncFlowControl? Suppress() => ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
}
