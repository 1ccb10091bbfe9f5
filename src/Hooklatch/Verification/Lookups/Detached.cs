namespace Hooklatch.Verification.Lookups;

/// <summary>Runs an author's code for everyone who waits for its answer, and so with nothing of the request that happened to ask first.</summary>
internal static class Detached
{
    /// <summary>
    /// Runs it on another thread, since it may keep the one that it is given, and without what flows along with a request, such as its
    /// <c>HttpContext</c>: the request may be over before the answer is there, and the next one served in its place.
    /// </summary>
    public static Task<T> RunAsync<T>(Func<Task<T>> run)
    {
        if (ExecutionContext.IsFlowSuppressed())
        {
            return Task.Run(run);
        }

        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(run);
        }
    }
}
