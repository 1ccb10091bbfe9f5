namespace Hooklatch.Jobs;

/// <summary>Says when recurring jobs ran and will run. It is a service of every host that has a store.</summary>
internal interface IScheduleBook
{
    /// <summary>The recurring jobs of the host.</summary>
    /// <param name="next">How many of the next occurrences are named.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InboxUnavailableException">The store cannot be used.</exception>
    ValueTask<IReadOnlyList<ScheduleEntry>> ReadAsync(int next, CancellationToken cancellation);
}
