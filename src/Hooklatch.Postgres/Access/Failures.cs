using System.Net.Sockets;
using Hooklatch.Inbox;
using Npgsql;

namespace Hooklatch.Postgres.Access;

/// <summary>What an error of the database means.</summary>
internal static class Failures
{
    /// <summary>Whether the transaction was undone only because of another one, and works when it is run again.</summary>
    public static bool IsCollision(Exception error) =>
        error is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    /// <summary>Whether it is what was sent that is wrong, and not the database.</summary>
    public static bool IsOfOne(Exception error) =>
        error is PostgresException { SqlState: [('2'), ('2' or '3'), ..] or ['5', '4', ..] } or ArgumentException or InvalidCastException;

    /// <summary>
    /// Whether all connections that the host may have were in use. Npgsql has no type and no code for it: its text is all that tells it from a server that does not
    /// answer.
    /// </summary>
    public static bool IsOfPool(Exception error) =>
        error is NpgsqlException { InnerException: TimeoutException, Message: var message }
        && message.StartsWith("The connection pool has been exhausted", StringComparison.Ordinal);

    /// <summary>
    /// Whether the connections that are open may be dead, too. A statement that was cancelled (57014) says nothing of them, and neither does it that all were in use.
    /// </summary>
    public static bool IsOfConnection(Exception error) =>
        error is NpgsqlException and not PostgresException && !IsOfPool(error)
        || error is PostgresException { SqlState: ['0', '8', ..] or ['5', '7', 'P', ..] or PostgresErrorCodes.ReadOnlySqlTransaction };

    /// <summary>What a caller is told of an error.</summary>
    public static Exception ToCaller(Exception error) =>
        error switch
        {
            PostgresException { SqlState: HostLostException.SqlState } => new HostLostException(error),
            PostgresException postgres => new InboxUnavailableException($"PostgreSQL: {postgres.MessageText} ({postgres.SqlState})", error),
            NpgsqlException or TimeoutException or IOException or SocketException => new InboxUnavailableException(
                $"PostgreSQL cannot be used: {error.Message}",
                error
            ),
            ObjectDisposedException => new InboxUnavailableException("The inbox is closed.", error),
            _ => error,
        };
}
