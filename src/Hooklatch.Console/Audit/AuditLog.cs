using Hooklatch.Console.Access;
using Hooklatch.Management;

namespace Hooklatch.Console.Audit;

/// <summary>Keeps what was changed by the console, and by whom.</summary>
internal sealed class AuditLog(TimeProvider time)
{
    private const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<AuditRow> _rows = [];
    private long _lastId;

    /// <summary>Keeps one change. Called before the change is made, so that none is made that is not kept.</summary>
    /// <param name="caller">Who makes it.</param>
    /// <param name="action">What: <c>replay</c>.</param>
    /// <param name="target">Of what: <c>acme.shop/stripe</c>, <c>delivery 42</c>.</param>
    /// <param name="detail">More of it. No secret, no body.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask WriteAsync(Caller caller, string action, string target, string? detail, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_rows.Count == Capacity)
            {
                _rows.Dequeue();
            }

            _rows.Enqueue(
                new AuditRow
                {
                    Id = ++_lastId,
                    At = time.GetUtcNow(),
                    Who = caller.Name,
                    Action = action,
                    Target = target,
                    Detail = detail,
                    Peer = caller.Peer?.ToString(),
                }
            );
        }

        return ValueTask.CompletedTask;
    }
}
