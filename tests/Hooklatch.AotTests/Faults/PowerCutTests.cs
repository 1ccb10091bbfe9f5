using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Hooklatch.Sqlite.Engine;

namespace Hooklatch.AotTests.Faults;

/// <summary>
/// The power is cut at every answer of a host: everything that it has written and flushed is replayed to that point, what was not flushed is dropped, and the
/// database is opened. The point is where the host itself gives the answer to the system, not where the sender has it.
/// </summary>
public sealed class PowerCutTests : IDisposable
{
    private const int Senders = 24;

    private static readonly int Count = QueuedSample.IsSoak ? 5_000 : 300;

    private readonly TemporaryFolder _data = new();
    private readonly TemporaryFolder _disk = new();
    private readonly ConcurrentDictionary<int, ConcurrentQueue<int>> _answered = new();

    public void Dispose()
    {
        _data.Dispose();
        _disk.Dispose();
    }

    [Fact]
    public async Task What_was_answered_is_there_wherever_the_power_is_cut()
    {
        var (cuts, lost) = await CutAsync("full", keeps: () => false);

        Assert.Equal((true, 0), (cuts > Count / Senders, lost));
    }

    /// <summary>A disk writes in any order what nobody has told it to flush.</summary>
    [Fact]
    public async Task It_is_there_also_where_some_of_the_rest_has_come_to_the_disk()
    {
        var random = new Random(18);

        Assert.Equal(0, (await CutAsync("full", keeps: () => random.Next(2) == 0)).Lost);
    }

    /// <summary>After a flush that failed, a system says that the next one has succeeded, although the bytes are gone.</summary>
    [Fact]
    public async Task It_is_there_also_where_flushes_fail_in_between() =>
        Assert.Equal(0, (await CutAsync("full", keeps: () => false, eachFlushToFail: 9)).Lost);

    /// <summary>What such a flush has lost is in the log that the next process finds, since the system still shows it.</summary>
    [Fact]
    public async Task It_is_there_also_where_a_process_dies_with_a_flush_that_failed()
    {
        using var disk = await FaultyDisk.CreateAsync();
        var pushes = FaultHost.Pushes();
        await using (var host = await FaultHost.StartAsync(_data.Path, disk.ProgramWithLog))
        {
            await SendAsync(host, pushes);
            disk.FlushError = FaultyDisk.InputOutputError;
            Assert.True((await pushes.SendAsync(host.Client)).IsPutOff);
            await host.KillAsync();
            disk.FlushError = 0;
        }

        await using (var host = await FaultHost.StartAsync(_data.Path, disk.ProgramWithLog))
        {
            await SendAsync(host, pushes);
            await host.KillAsync();
        }

        Assert.Equal(0, (await ReplayAsync(disk, pushes, () => false, "full, and a death")).Lost);
    }

    /// <summary>The test can see a loss: less than full is not enough.</summary>
    [Fact]
    public async Task With_less_than_full_flushes_deliveries_are_lost() =>
        Assert.NotEqual(0, (await CutAsync("normal", keeps: () => false)).Lost);

    private async Task<(int Cuts, int Lost)> CutAsync(string synchronous, Func<bool> keeps, int eachFlushToFail = 0)
    {
        using var disk = await FaultyDisk.CreateAsync();
        var pushes = FaultHost.Pushes();
        await using (var host = await FaultHost.StartAsync(_data.Path, disk.ProgramWithLog, $"--Synchronous={synchronous}"))
        {
            disk.EachFlushToFail = eachFlushToFail;
            await SendAsync(host, pushes);
            await host.KillAsync();
        }

        Assert.Equal(eachFlushToFail > 0, disk.Injected > 0);
        return await ReplayAsync(disk, pushes, keeps, synchronous);
    }

    private Task SendAsync(RunningHost host, QueuedPushes pushes) =>
        Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => Task.Run(() => SendByOneAsync(host, pushes))));

    private async Task<(int Cuts, int Lost)> ReplayAsync(FaultyDisk disk, QueuedPushes pushes, Func<bool> keeps, string what)
    {
        var log = await WriteLog.ReadAsync(disk.LogPath);
        var (cuts, answers, lost) = Replay(log, new DurableFiles(_disk.Path, keeps));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"synchronous={what}, {disk.Injected} flushes failed: {log.Records.Count} records, {answers} answers, {cuts} power cuts, {lost} deliveries lost at the worst of them"
        );
        // Each was answered 2xx, and the record says so.
        Assert.Equal(pushes.Accepted.Count, answers);
        return (cuts, lost);
    }

    /// <summary>One connection, and the port by which the host knows it.</summary>
    private async Task SendByOneAsync(RunningHost host, QueuedPushes pushes)
    {
        var port = 0;
        using var handler = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = 1,
            ConnectCallback = async (context, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(context.DnsEndPoint, cancellation);
                port = ((IPEndPoint)socket.LocalEndPoint!).Port;
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = host.Client.BaseAddress };
        for (var accepted = 0; accepted < Count / Senders; )
        {
            var answer = await pushes.SendAsync(client);
            if (answer.IsAccepted)
            {
                accepted++;
                _answered.GetOrAdd(port, _ => new()).Enqueue(answer.Number);
            }
        }
    }

    private (int Cuts, int Answers, int Lost) Replay(WriteLog log, DurableFiles files)
    {
        var answered = new HashSet<int>();
        var (cuts, worst, unchecked_) = (0, 0, false);
        foreach (var record in log.Records)
        {
            // Until something else is on the disk, one look serves all answers.
            if (record.What is 'F' && unchecked_)
            {
                Check();
            }

            if (record.What is 'A' && _answered.TryGetValue((int)record.At, out var numbers) && numbers.TryDequeue(out var number))
            {
                answered.Add(number);
                unchecked_ = true;
            }

            files.Apply(record);
        }

        Check();
        return (cuts, answered.Count, worst);

        void Check()
        {
            var stored = StoredIn(files.Cut(_disk.PathOf("cut")));
            worst = Math.Max(worst, answered.Count(number => !stored.Contains(number)));
            (cuts, unchecked_) = (cuts + 1, false);
        }
    }

    /// <summary>The deliveries whose bytes and work are there, in a database that is whole.</summary>
    private static HashSet<int> StoredIn(string path)
    {
        using var database = Database.Open(path, TimeSpan.FromSeconds(5));
        database.KeepLog();
        Assert.Equal("ok", database.Text("pragma integrity_check"));
        var stored = new HashSet<int>();
        if (database.Number("select count(*) from sqlite_schema where name = 'delivery'") == 0)
        {
            return stored;
        }

        using var deliveries = database.Once("select delivery_id from delivery join body using(id)");
        while (deliveries.Step())
        {
            stored.Add(int.Parse(deliveries.Text(0)!["id-".Length..], CultureInfo.InvariantCulture));
        }

        return stored;
    }
}
