using Npgsql;

namespace Hooklatch.Postgres;

/// <summary>The transaction that what is enqueued is a part of, in one flow of calls.</summary>
internal sealed class AmbientTransaction
{
    private readonly AsyncLocal<NpgsqlTransaction?> _ambient = new();

    public NpgsqlTransaction? Current => _ambient.Value;

    public IDisposable Enter(NpgsqlTransaction transaction)
    {
        var before = _ambient.Value;
        _ambient.Value = transaction;
        return new Left(_ambient, before);
    }

    private sealed class Left(AsyncLocal<NpgsqlTransaction?> ambient, NpgsqlTransaction? before) : IDisposable
    {
        public void Dispose() => ambient.Value = before;
    }
}
