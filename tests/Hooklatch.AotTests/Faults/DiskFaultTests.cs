using System.Diagnostics;

namespace Hooklatch.AotTests.Faults;

/// <summary>
/// The native host on a disk that fails: senders are told to come again while it does, nothing that was answered 202 is lost, and the host takes as much as
/// before once the disk works, with nobody's help.
/// </summary>
public sealed class DiskFaultTests(PublishedSamples published) : IDisposable
{
    private const int Senders = 32;

    /// <summary>How many of a fixed number of pushes are taken says how much the host takes; how long they take varies with the machine.</summary>
    private static readonly int Count = QueuedSample.IsSoak ? 20_000 : 400;

    /// <summary>The writer tries again after five seconds at most.</summary>
    private static readonly TimeSpan LongestReturn = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _data = new();
    private readonly QueuedPushes _pushes = QueuedSample.Pushes();

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData("a write", FaultyDisk.InputOutputError)]
    [InlineData("a write", FaultyDisk.NoSpace)]
    [InlineData("a flush", FaultyDisk.InputOutputError)]
    [InlineData("a flush", FaultyDisk.NoSpace)]
    public async Task While_the_disk_fails_senders_come_again_and_nothing_that_was_accepted_is_lost(string what, int error)
    {
        using var disk = await FaultyDisk.CreateAsync();
        await using (var host = await StartAsync(disk.Program))
        {
            var before = await MeasureAsync(host);
            if (what == "a write")
            {
                disk.WriteError = error;
            }
            else
            {
                disk.FlushError = error;
            }

            await UntilAsync(host, answer => answer.IsPutOff);
            var during = await _pushes.SendAsync(host.Client, Count, Senders);
            Assert.All(during, answer => Assert.True(answer.IsPutOff, $"{answer}"));
            Assert.NotEqual(0, disk.Injected);

            (disk.WriteError, disk.FlushError) = (0, 0);
            await EndAsync(host, $"{what} fails with {error}", before);
        }
    }

    [Fact]
    public async Task A_disk_that_does_not_answer_is_told_to_senders_in_time()
    {
        using var disk = await FaultyDisk.CreateAsync();
        await using var host = await StartAsync(disk.Program, "--Hooklatch:Inbox:CommitTimeout=00:00:00.5");
        var before = await MeasureAsync(host);

        disk.IsFrozen = true;
        var waited = Stopwatch.StartNew();
        var during = await _pushes.SendAsync(host.Client, 2 * Senders, Senders);
        // Twice half a second, and what a busy machine needs.
        Assert.InRange(waited.Elapsed, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(10));
        Assert.All(during, answer => Assert.True(answer.IsPutOff, $"{answer}"));

        disk.IsFrozen = false;
        await UntilAsync(host, answer => answer.IsAccepted);
        // They may have been stored: whoever sends them again is answered as if they had been, and they run once.
        var again = await _pushes.SendAsync(host.Client, [.. during.Select(answer => answer.Number)], Senders);
        Assert.All(again, answer => Assert.True(answer.IsAccepted, $"{answer}"));
        await host.WaitForOutputAsync([.. again.Select(answer => $"[console-pushes] run/{answer.Number}: ")]);
        await EndAsync(host, $"frozen, 503 after {waited.Elapsed.TotalSeconds / 2:F2} s", before);
        Assert.All(again, answer => Assert.Equal(1, _pushes.Handled[answer.Number]));
    }

    /// <summary>A file system of a few mebibytes that belongs to the host alone, and is filled from outside.</summary>
    [Fact]
    public async Task On_a_full_disk_senders_come_again_and_nothing_that_was_accepted_is_lost()
    {
        await RequireMountsAsync();
        // What has been handled is kept, so there has to be room for all of it.
        var mount = $"mount -t tmpfs -o size={24 + (Count / 50)}m tmpfs \"$0\" && exec \"$@\"";
        string[] mounted = ["unshare", "-m", "sh", "-c", mount, _data.Path];
        await using var host = await StartAsync(mounted, "--Hooklatch:Inbox:MinFreeDisk=0");
        var before = await MeasureAsync(host);

        var filler = $"/proc/{host.Id}/root{_data.Path}/filler";
        Fill(filler);
        await UntilAsync(host, answer => answer.IsPutOff);
        var during = await _pushes.SendAsync(host.Client, Count, Senders);
        // What ends makes a little room, which others take.
        Assert.All(during, answer => Assert.True(answer.IsPutOff || answer.IsAccepted, $"{answer}"));
        Assert.InRange(during.Count(answer => answer.IsPutOff), Count / 2, Count);

        File.Delete(filler);
        // The file system ends with its host.
        await UntilAsync(host, answer => answer.IsAccepted);
        await MeasureAgainAsync(host, $"full, {during.Count(answer => answer.IsAccepted)} of {Count} accepted meanwhile", before);
        await QueuedSample.CheckAsync(host, _pushes);
    }

    private async Task<RunningHost> StartAsync(string[] program, params string[] settings) =>
        await RunningHost.StartAsync((await published.PublishAsync()).Binary, [.. QueuedSample.Settings(_data.Path), .. settings], program);

    private async Task<(int Accepted, double Rate)> MeasureAsync(RunningHost host)
    {
        var watch = Stopwatch.StartNew();
        var answers = await _pushes.SendAsync(host.Client, Count, Senders);
        return (answers.Count(answer => answer.IsAccepted), Count / watch.Elapsed.TotalSeconds);
    }

    /// <summary>Waits until the host is back, measures it, kills it, and sees that the next one has everything.</summary>
    private async Task EndAsync(RunningHost host, string what, (int Accepted, double Rate) before)
    {
        await UntilAsync(host, answer => answer.IsAccepted);
        await MeasureAgainAsync(host, what, before);
        await host.KillAsync();
        _pushes.Note(host.Output);
        await using var next = await StartAsync([]);
        await QueuedSample.CheckAsync(next, _pushes);
    }

    private async Task MeasureAgainAsync(RunningHost host, string what, (int Accepted, double Rate) before)
    {
        var after = await MeasureAsync(host);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{what}: {before.Accepted} of {Count} accepted before ({before.Rate:F0}/s), {after.Accepted} after ({after.Rate:F0}/s); {_pushes.Accepted.Count} accepted in all"
        );
        Assert.Equal(Count, before.Accepted);
        Assert.InRange(after.Accepted, 0.95 * before.Accepted, Count);
    }

    /// <summary>Sends until an answer is of a kind.</summary>
    private async Task UntilAsync(RunningHost host, Func<PushAnswer, bool> isIt)
    {
        for (var watch = Stopwatch.StartNew(); ; )
        {
            var answer = await _pushes.SendAsync(host.Client);
            if (isIt(answer))
            {
                return;
            }

            Assert.True(answer.IsPutOff || answer.IsAccepted, $"{answer}");
            Assert.True(watch.Elapsed < LongestReturn, $"Nothing else came than {answer}:\n{host.Output}");
        }
    }

    private static void Fill(string path)
    {
        var block = new byte[4096];
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    private static async Task RequireMountsAsync()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A file system of one process is Linux's.");
        Component.Require("unshare");
        var run = await ChildProcess.RunAsync(
            "unshare",
            ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"],
            Repository.Root,
            TestContext.Current.CancellationToken
        );
        if (run.ExitCode != 0)
        {
            Component.Missing("This test needs the right to mount (root).");
        }
    }
}
