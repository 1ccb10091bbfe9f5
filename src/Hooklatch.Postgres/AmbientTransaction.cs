using Npgsql;

namespace Hooklatch.Postgres;

/// <summary>The transaction that what is enqueued is a part of, in one flow of calls.</summary>
internal sealed class AmbientTransaction
{
    private readonly AsyncLocal<Scope?> _innermost = new();

    public NpgsqlTransaction? Current
    {
        get
        {
            for (var scope = _innermost.Value; scope is not null; scope = scope.Outer)
            {
                if (scope.Transaction is { } transaction)
                {
                    return transaction;
                }
            }

            return null;
        }
    }

    public IDisposable Enter(NpgsqlTransaction transaction) => _innermost.Value = new(this, transaction, _innermost.Value);

    /// <summary>Emptied at its end, so that a flow that was begun in it and outlives it enqueues by itself.</summary>
    private sealed class Scope(AmbientTransaction ambient, NpgsqlTransaction transaction, Scope? outer) : IDisposable
    {
        private NpgsqlTransaction? _transaction = transaction;

        public Scope? Outer => outer;

        public NpgsqlTransaction? Transaction => Volatile.Read(ref _transaction);

        public void Dispose()
        {
            Volatile.Write(ref _transaction, null);
            ambient._innermost.Value = outer;
        }
    }
}
