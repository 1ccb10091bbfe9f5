using Hooklatch.Management;

namespace Hooklatch.Console.Audit;

/// <summary>Keeps the last rows in memory, for a host without a store. What strangers bring about pushes out no row of a caller.</summary>
internal sealed class MemoryAuditStore : IAuditStore
{
    public const int Capacity = 1000;
    public const int CapacityOfStrangers = 100;

    private readonly Lock _lock = new();
    private readonly Queue<AuditRow> _rows = [];
    private readonly Queue<AuditRow> _strangers = [];
    private long _lastId;

    public ValueTask AddAsync(AuditRow row, CancellationToken cancellation)
    {
        var isStranger = row.Action == AuditActions.SignInRefused;
        var (rows, capacity) = isStranger ? (_strangers, CapacityOfStrangers) : (_rows, Capacity);
        lock (_lock)
        {
            if (rows.Count == capacity)
            {
                rows.Dequeue();
            }

            rows.Enqueue(row with { Id = ++_lastId });
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<AuditPage> ReadAsync(long? before, int size, CancellationToken cancellation)
    {
        AuditRow[] found;
        lock (_lock)
        {
            found =
            [
                .. _rows.Concat(_strangers).Where(row => before is null || row.Id < before).OrderByDescending(row => row.Id).Take(size + 1),
            ];
        }

        var rows = found[..Math.Min(size, found.Length)];
        return ValueTask.FromResult(new AuditPage { Rows = rows, Next = found.Length > size ? rows[^1].Id : null });
    }
}
