using Hooklatch.Inbox;
using Hooklatch.Postgres.Access;

namespace Hooklatch.Postgres.Writing;

/// <summary>What plugins keep.</summary>
internal sealed class Values(Database database, InboxLimits limits)
{
    private const long NoRoom = -1;

    public async Task<KeyValue?> GetAsync(ValueKey key, CancellationToken cancellation) =>
        await database.QueryAsync(
            "get_value",
            4,
            command => command.Add(database.At).Add(key.Plugin).Add(key.Scope).Add(key.Key),
            row => new KeyValue(row.BytesOrNull(0), row.GetInt64(1), row.TimeOrNull(2)),
            cancellation
        )
            is [var value]
            ? value
            : null;

    /// <exception cref="InvalidOperationException">The plugin's values would take too much.</exception>
    public async Task<long?> SetAsync(
        ValueKey key,
        ReadOnlyMemory<byte> value,
        TimeSpan? lifetime,
        long? ifVersion,
        CancellationToken cancellation
    )
    {
        var version = await database.ValueAsync<long?>(
            "set_value",
            9,
            command =>
                command
                    .Add(database.At)
                    .Add(key.Plugin)
                    .Add(key.Scope)
                    .Add(key.Key)
                    .Add(value)
                    .Add(key.IsCounted ? key.SizeOf(value.Length) : 0L)
                    .Add(lifetime?.Ticks)
                    .Add(ifVersion)
                    .Add(limits.MaxValueBytes),
            cancellation
        );
        return version != NoRoom
            ? version
            : throw new InvalidOperationException(
                $"The values of {key.Plugin} would take more than {limits.MaxValueBytes} bytes (Hooklatch:Inbox:MaxValueBytes); nothing was written."
            );
    }

    public Task<bool> DeleteAsync(ValueKey key, CancellationToken cancellation) =>
        database.ValueAsync<bool>(
            "delete_value",
            4,
            command => command.Add(database.At).Add(key.Plugin).Add(key.Scope).Add(key.Key),
            cancellation
        );
}
