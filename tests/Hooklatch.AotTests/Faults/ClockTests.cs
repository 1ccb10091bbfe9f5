using System.Diagnostics;

namespace Hooklatch.AotTests.Faults;

/// <summary>A clock that jumps by an hour under a host that runs, as it does where a machine is resumed or a time server corrects it.</summary>
public sealed class ClockTests : IDisposable
{
    private const int Count = 60;

    /// <summary>How often an idle host writes to its store before this is sure that it goes on.</summary>
    private const int Commits = 4;

    private readonly TemporaryFolder _data = new();
    private readonly QueuedPushes _pushes = FaultHost.Pushes();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Nothing_is_lost_and_nothing_spins()
    {
        using var clock = new TemporaryFolder();
        await using var host = await FaultHost.StartAsync(_data.Path, ProgramFor(clock));
        var figures = new List<string>();

        // A retry that is planned while the clock is ahead waits until the clock is there again, so none is left when it is set back at the end.
        foreach (var (shift, fails) in new[] { ("+0", true), ("-3600", true), ("+3600", true), ("+0", false) })
        {
            clock.Write("shift", shift + "\n");
            await SendAsync(host, fails);
            figures.Add($"{shift} s: {await PaceAsync(host):F1} commits/s when idle");
        }

        await host.TerminateAsync();
        _pushes.Note(host.Output);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{_pushes.Accepted.Count} accepted, {_pushes.Handled.Count} handled; {string.Join(", ", figures)}"
        );
        Assert.Empty(_pushes.Missing);
        Assert.All(_pushes.Handled.Values, count => Assert.Equal(1, count));
    }

    /// <summary>Sends some, of which a few fail at first, and waits until all have been handled.</summary>
    private async Task SendAsync(RunningHost host, bool fails)
    {
        var sent = await Task.WhenAll(
            Enumerable
                .Range(0, Count)
                .Select(number => _pushes.SendAsync(host.Client, _pushes.NextNumber(), fails && number % 6 == 0 ? "fail once" : ""))
        );
        Assert.All(sent, answer => Assert.True(answer.IsAccepted, $"{answer}"));
        await host.WaitForOutputAsync([.. sent.Select(answer => $"[handled] run/{answer.Number}: ")]);
    }

    /// <summary>How many transactions a second an idle host commits: it asks its store once a second. One that spins would commit thousands.</summary>
    private static async Task<double> PaceAsync(RunningHost host)
    {
        var watch = Stopwatch.StartNew();
        var before = await FaultHost.CommitsAsync(host);
        var after = before;
        while (after < before + Commits)
        {
            after = await FaultHost.CommitsAsync(host);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"The host does not ask its store any more:\n{host.Output}");
        }

        var pace = (after - before) / watch.Elapsed.TotalSeconds;
        Assert.InRange(pace, 0.1, 20);
        return pace;
    }

    private static string[] ProgramFor(TemporaryFolder clock)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "libfaketime is loaded as on Linux.");
        var library = Directory.Exists("/usr/lib")
            ? Directory
                .EnumerateFiles(
                    "/usr/lib",
                    "libfaketimeMT.so.1",
                    new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }
                )
                .FirstOrDefault()
            : null;
        if (library is null)
        {
            Component.Missing("This test needs libfaketime, which this machine does not have.");
        }

        clock.Write("shift", "+0\n");
        return
        [
            "env",
            $"LD_PRELOAD={library}",
            $"FAKETIME_TIMESTAMP_FILE={clock.PathOf("shift")}",
            "FAKETIME_NO_CACHE=1",
            // The machine's own time since its start goes on, whatever the clock says.
            "FAKETIME_DONT_FAKE_MONOTONIC=1",
        ];
    }
}
