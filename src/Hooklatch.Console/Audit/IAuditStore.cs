using Hooklatch.Management;

namespace Hooklatch.Console.Audit;

/// <summary>Keeps the rows of the audit: in memory, or in the host's store, where one is registered for it.</summary>
internal interface IAuditStore
{
    /// <summary>Keeps a row. Once this returns, it is kept.</summary>
    /// <param name="row">The row; its number is the store's to give.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InboxUnavailableException">It cannot be kept now.</exception>
    ValueTask AddAsync(AuditRow row, CancellationToken cancellation);

    /// <summary>Reads rows, newest first.</summary>
    /// <param name="before">Only rows with a smaller number; <see langword="null"/> for the newest.</param>
    /// <param name="size">How many at most.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="InboxUnavailableException">They cannot be read now.</exception>
    ValueTask<AuditPage> ReadAsync(long? before, int size, CancellationToken cancellation);
}
