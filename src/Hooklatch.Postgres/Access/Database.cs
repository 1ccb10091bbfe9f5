using Hooklatch.Inbox;
using Npgsql;

namespace Hooklatch.Postgres.Access;

/// <summary>The functions of the schema, each called in a transaction of its own and in one round trip, with nothing prepared and nothing left in the session.</summary>
internal sealed class Database(NpgsqlDataSource source, bool isOwn, string schema, PostgresHooks hooks) : IAsyncDisposable
{
    /// <summary>How long a call may take, in seconds; longer than a caller waits.</summary>
    private const int Timeout = 15;

    private const int MaxCollisions = 5;

    private bool _isClosed;

    public string Schema => schema;

    public NpgsqlDataSource Source => source;

    /// <summary>What stands for the database's time: nothing but in tests.</summary>
    public long? At => hooks.Clock?.Invoke();

    /// <summary>A call of a function.</summary>
    /// <param name="connection">Where it runs.</param>
    /// <param name="function">The function, without its schema.</param>
    /// <param name="arguments">How many arguments it has.</param>
    public NpgsqlCommand Call(NpgsqlConnection connection, string function, int arguments) =>
        new($"select * from {schema}.{function}({string.Join(", ", Enumerable.Range(1, arguments).Select(n => $"${n}"))})", connection)
        {
            CommandTimeout = Timeout,
        };

    /// <summary>Does something with a connection.</summary>
    /// <exception cref="InboxUnavailableException">The database cannot be used.</exception>
    /// <exception cref="HostLostException">This host was taken for dead.</exception>
    public async Task<T> UseAsync<T>(Func<NpgsqlConnection, Task<T>> use, CancellationToken cancellation)
    {
        for (var collisions = 1; ; collisions++)
        {
            if (_isClosed)
            {
                throw new InboxUnavailableException("The inbox is closed.");
            }

            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                return await use(connection);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception error) when (Failures.IsCollision(error) && collisions < MaxCollisions)
            {
                // Nothing of it happened.
            }
            catch (Exception error)
            {
                if (Failures.IsOfConnection(error))
                {
                    source.Clear();
                }

                if (Failures.ToCaller(error) is var told && told != error)
                {
                    throw told;
                }

                throw;
            }
        }
    }

    /// <summary>Calls a function and reads what it returns.</summary>
    public Task<List<T>> QueryAsync<T>(
        string function,
        int arguments,
        Action<NpgsqlCommand> fill,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellation
    ) =>
        UseAsync(
            async connection =>
            {
                await using var command = Call(connection, function, arguments);
                fill(command);
                return await ReadAllAsync(command, read, cancellation);
            },
            cancellation
        );

    /// <summary>Calls a function that returns one value.</summary>
    public async Task<T?> ValueAsync<T>(string function, int arguments, Action<NpgsqlCommand> fill, CancellationToken cancellation)
    {
        var rows = await QueryAsync(
            function,
            arguments,
            fill,
            reader => reader.IsDBNull(0) ? default : reader.GetFieldValue<T>(0),
            cancellation
        );
        return rows is [var value] ? value : default;
    }

    /// <summary>Calls a function that returns nothing.</summary>
    public Task RunAsync(string function, int arguments, Action<NpgsqlCommand> fill, CancellationToken cancellation) =>
        UseAsync(
            async connection =>
            {
                await using var command = Call(connection, function, arguments);
                fill(command);
                return await command.ExecuteNonQueryAsync(cancellation);
            },
            cancellation
        );

    /// <summary>Reads all rows of a command.</summary>
    public static async Task<List<T>> ReadAllAsync<T>(NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        _isClosed = true;
        if (isOwn)
        {
            await source.DisposeAsync();
        }
    }
}
