namespace Hooklatch.AotTests.Faults;

/// <summary>A handler that ends its process.</summary>
public sealed class DeadlyHandlerTests : IDisposable
{
    private const int Neighbours = 40;

    /// <summary>Three deaths alone, and one in company before them.</summary>
    private const int MostDeaths = 4;

    /// <summary>Nobody reads what the memory of a process was that ends on purpose.</summary>
    private static readonly string[] WithoutDump = OperatingSystem.IsWindows() ? [] : ["sh", "-c", "ulimit -c 0; exec \"$0\" \"$@\""];

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly TemporaryFolder _data = new();
    private readonly QueuedPushes _pushes = FaultHost.Pushes();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task It_is_quarantined_after_three_deaths_alone_and_its_neighbours_are_done()
    {
        var deaths = 0;
        await using (var first = await StartAsync())
        {
            var deadly = _pushes.NextNumber();
            var sending = Enumerable
                .Range(0, Neighbours)
                .Select(number => Task.Run(() => TrySendAsync(first, number == Neighbours / 2 ? deadly : _pushes.NextNumber(), deadly)));
            await Task.WhenAll(sending);
            await first.WaitForEndAsync();
            deaths++;
            _pushes.Note(first.Output);
        }

        IReadOnlyDictionary<string, long> state;
        while (true)
        {
            Assert.InRange(deaths, 0, MostDeaths);
            await using var host = await StartAsync();
            // It ends, or has nothing left to run.
            var ended = host.WaitForEndAsync();
            while (await TryStateAsync(host) is { } now && (now["ready"] + now["leased"] + now["delayed"] > 0 || now["quarantined"] == 0))
            {
                await Task.WhenAny(ended, Task.Delay(BetweenLooks, TestContext.Current.CancellationToken));
            }

            if (await TryStateAsync(host) is { } last)
            {
                Assert.False(ended.IsCompleted);
                _pushes.Note(host.Output);
                state = last;
                break;
            }

            await ended;
            _pushes.Note(host.Output);
            deaths++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{deaths} deaths, {_pushes.Accepted.Count} accepted, {_pushes.Handled.Count} handled, {state["quarantined"]} quarantined"
        );
        Assert.InRange(deaths, 3, MostDeaths);
        Assert.Equal((1, 0), (state["quarantined"], state["dead"]));
        // The sender of the deadly one may have got no answer.
        Assert.InRange(_pushes.Missing.Count(), 0, 1);
        Assert.True(_pushes.Handled.Count > 0);
    }

    private Task<RunningHost> StartAsync() => FaultHost.StartAsync(_data.Path, WithoutDump);

    private async Task TrySendAsync(RunningHost host, int number, int deadly)
    {
        try
        {
            await _pushes.SendAsync(host.Client, number, number == deadly ? "end the process" : "");
        }
        catch (HttpRequestException)
        {
            // The host is gone.
        }
    }

    private static async Task<IReadOnlyDictionary<string, long>?> TryStateAsync(RunningHost host)
    {
        try
        {
            return await FaultHost.StateAsync(host);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
