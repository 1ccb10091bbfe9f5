using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Hooklatch.Sqlite.Engine;

/// <summary>A prepared statement: bound from 1, read from 0, as SQLite counts.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle, string sql) : IDisposable
{
    private const int UsualText = 256;

    public string Sql => sql;

    /// <summary>What it has done so far.</summary>
    public StatementWork Work =>
        new(
            raw.sqlite3_stmt_status(handle, StatementWork.OfSteps, 0),
            raw.sqlite3_stmt_status(handle, StatementWork.OfScans, 0),
            raw.sqlite3_stmt_status(handle, StatementWork.OfSorts, 0)
        );

    public Statement Bind(int index, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, index, value));
        return this;
    }

    public Statement Bind(int index, long? value)
    {
        database.Check(value is { } number ? raw.sqlite3_bind_int64(handle, index, number) : raw.sqlite3_bind_null(handle, index));
        return this;
    }

    /// <summary>Binds bytes, which SQLite copies.</summary>
    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        // An empty span may have no address, and then SQLite would take it for null.
        database.Check(value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, index, 0) : raw.sqlite3_bind_blob(handle, index, value));
        return this;
    }

    public Statement BindNull(int index)
    {
        database.Check(raw.sqlite3_bind_null(handle, index));
        return this;
    }

    public Statement Bind(int index, string? value)
    {
        if (value is null)
        {
            return BindNull(index);
        }

        var max = Encoding.UTF8.GetMaxByteCount(value.Length);
        var rented = max > UsualText ? ArrayPool<byte>.Shared.Rent(max) : null;
        var room = rented ?? stackalloc byte[UsualText];
        var length = Encoding.UTF8.GetBytes(value, room);
        database.Check(raw.sqlite3_bind_text(handle, index, room[..length]));
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>Whether there is one; where not, the statement was reset.</returns>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        try
        {
            database.Check(code);
        }
        finally
        {
            Reset();
        }

        return false;
    }

    /// <summary>Runs a statement that returns nothing.</summary>
    public void Run()
    {
        while (Step()) { }
    }

    /// <summary>Runs a statement that returns one number.</summary>
    /// <returns>The number; <see langword="null"/> where there is no row, or it holds none.</returns>
    public long? Number()
    {
        if (!Step())
        {
            return null;
        }

        long? number = IsNull(0) ? null : Long(0);
        Reset();
        return number;
    }

    /// <summary>Ends the statement, so that it holds no lock; what was bound stays.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    /// <summary>Ends the statement and forgets what was bound, which may be large.</summary>
    public void Clear()
    {
        raw.sqlite3_reset(handle);
        raw.sqlite3_clear_bindings(handle);
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <summary>A text; read as bytes, so that one with a zero in it is whole.</summary>
    public string? Text(int column) => IsNull(column) ? null : Encoding.UTF8.GetString(Span(column));

    /// <summary>Whether a text is equal to another, without making one.</summary>
    public bool TextEquals(int column, ReadOnlySpan<byte> utf8) => !IsNull(column) && Span(column).SequenceEqual(utf8);

    /// <summary>Bytes that are valid until the next step.</summary>
    public ReadOnlySpan<byte> Span(int column) => raw.sqlite3_column_blob(handle, column);

    public byte[] Bytes(int column) => Span(column).ToArray();

    public void Dispose() => handle.Dispose();
}
