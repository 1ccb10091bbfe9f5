using System.Data;
using Hooklatch.Inbox;
using Npgsql;

namespace Hooklatch.Postgres;

/// <summary>
/// What a handler does with the inbox in a transaction of its own, on the database that holds the inbox. It is a service of every host with this store.
/// </summary>
public sealed class PostgresInbox
{
    private readonly PostgresInboxStore _store;

    internal PostgresInbox(PostgresInboxStore store) => _store = store;

    /// <summary>
    /// Completes the delivery or the job whose handler calls it, as a part of a transaction: what the handler has written in that and the end of its work
    /// are one, so that the effect happens exactly once. What the handler does after the commit counts no longer.
    /// </summary>
    /// <param name="transaction">A transaction on the database of the inbox. It is committed by the caller.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ArgumentException">The transaction has an isolation level above <see cref="IsolationLevel.ReadCommitted"/>.</exception>
    /// <exception cref="InvalidOperationException">
    /// No handler of the inbox runs here, or its delivery is no longer this handler's: it was dismissed, or another host has it. Nothing is to be committed then.
    /// </exception>
    /// <exception cref="NpgsqlException">The transaction cannot be used.</exception>
    public Task CompleteAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken = default)
    {
        Check(transaction);
        return _store.CompleteAsync(transaction, cancellationToken);
    }

    /// <summary>
    /// Has what is enqueued from here on, until the result is disposed, be a part of a transaction: <c>IJobs.EnqueueAsync</c> stores a job that exists if the
    /// transaction is committed, and runs within a second after that.
    /// </summary>
    /// <param name="transaction">A transaction on the database of the inbox, which nothing else uses at the same time.</param>
    /// <returns>What ends it. It is disposed before the transaction is.</returns>
    /// <exception cref="ArgumentException">The transaction has an isolation level above <see cref="IsolationLevel.ReadCommitted"/>.</exception>
    public IDisposable EnqueueIn(NpgsqlTransaction transaction)
    {
        Check(transaction);
        return _store.Ambient.Enter(transaction);
    }

    /// <summary>The store decides by what others committed a moment ago, which a snapshot from the transaction's begin does not hold.</summary>
    private static void Check(NpgsqlTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        if (transaction.IsolationLevel is IsolationLevel.RepeatableRead or IsolationLevel.Serializable or IsolationLevel.Snapshot)
        {
            throw new ArgumentException(
                $"The transaction has the isolation level {transaction.IsolationLevel}, and the inbox can be a part of one with ReadCommitted, the default.",
                nameof(transaction)
            );
        }
    }
}
