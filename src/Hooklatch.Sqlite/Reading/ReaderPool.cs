using System.Collections.Concurrent;
using Hooklatch.Inbox;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.Sqlite.Reading;

/// <summary>A few connections that read beside the writer, each opened when it is first needed.</summary>
/// <param name="open">Opens one.</param>
internal sealed class ReaderPool(Func<Database> open) : IAsyncDisposable
{
    private const int Size = 4;

    private readonly SemaphoreSlim _room = new(Size, Size);
    private readonly ConcurrentStack<(Reader Reader, int Generation)> _idle = [];
    private int _generation;
    private volatile bool _isClosed;

    /// <summary>What readers prepare, so that a test can ask for the plan of each.</summary>
    public IEnumerable<string> Prepared => _idle.SelectMany(idle => idle.Reader.Database.Prepared);

    /// <summary>What readers have done so far.</summary>
    public StatementWork Work => _idle.Aggregate(default(StatementWork), static (sum, idle) => sum.Plus(idle.Reader.Database.Work));

    /// <summary>Reads in one transaction, so that all of it is of one moment.</summary>
    /// <exception cref="InboxUnavailableException">The store cannot be read.</exception>
    public async ValueTask<T> UseAsync<T>(Func<Reader, T> read, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        try
        {
            return Use(read);
        }
        catch (SqliteException error)
        {
            throw new InboxUnavailableException($"The inbox cannot be read: {error.Message}", error);
        }
        finally
        {
            _room.Release();
        }
    }

    /// <summary>Closes the connections, those in use when they are no longer; the next call opens one anew.</summary>
    public void Renew()
    {
        Interlocked.Increment(ref _generation);
        while (_idle.TryPop(out var idle))
        {
            idle.Reader.Dispose();
        }
    }

    /// <summary>Waits until nobody reads, and closes the connections.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        for (var count = 0; count < Size; count++)
        {
            await _room.WaitAsync();
        }

        Renew();
        _room.Release(Size);
    }

    private T Use<T>(Func<Reader, T> read)
    {
        if (_isClosed)
        {
            throw new InboxUnavailableException("The inbox is closed.");
        }

        var generation = Volatile.Read(ref _generation);
        var reader = Take(generation);
        var isWhole = false;
        try
        {
            var result = reader.Run(read);
            isWhole = true;
            return result;
        }
        catch (SqliteException error) when (!error.BreaksConnection)
        {
            isWhole = true;
            throw;
        }
        finally
        {
            if (isWhole && generation == Volatile.Read(ref _generation))
            {
                _idle.Push((reader, generation));
            }
            else
            {
                reader.Dispose();
            }
        }
    }

    private Reader Take(int generation)
    {
        while (_idle.TryPop(out var idle))
        {
            if (idle.Generation == generation)
            {
                return idle.Reader;
            }

            idle.Reader.Dispose();
        }

        return new Reader(open());
    }
}
