using System.Text;
using Hooklatch.AotTests.Faults;

namespace Hooklatch.AotTests;

/// <summary>
/// What the native host promises with a 202, while it is killed and stopped under load. This process notes every answer and everything that the hosts print.
/// <c>HOOKLATCH_SOAK=1</c> makes fifty rounds of each.
/// </summary>
public sealed class DurabilityTests(PublishedSamples published) : IDisposable
{
    private const int Senders = 48;
    private const int PerRound = 300;

    private static readonly int Rounds = QueuedSample.IsSoak ? 50 : 4;

    private readonly TemporaryFolder _data = new();
    private readonly QueuedPushes _pushes = QueuedSample.Pushes();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_was_answered_202_runs_although_the_host_is_killed()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var host = await StartAsync();
            await LoadAsync(host, host.KillAsync);
            _pushes.Note(host.Output);
        }

        await CheckAsync();
    }

    [Fact]
    public async Task A_host_that_is_stopped_under_load_loses_nothing_and_spends_no_try()
    {
        var outputs = new StringBuilder();
        for (var round = 0; round < Rounds; round++)
        {
            await using var host = await StartAsync();
            await LoadAsync(host, async () => Assert.Equal(0, await host.TerminateAsync()));
            _pushes.Note(host.Output);
            outputs.Append(host.Output);
        }

        await CheckAsync();
        Assert.DoesNotContain("try 2", outputs.ToString(), StringComparison.Ordinal);
        // Nothing was cut off, so nothing ran twice.
        Assert.All(_pushes.Handled.Values, count => Assert.Equal(1, count));
    }

    private Task<RunningHost> StartAsync() => published.StartAsync(QueuedSample.Settings(_data.Path));

    /// <summary>Sends until so many were accepted, then does something to the host while all senders wait for an answer.</summary>
    private async Task LoadAsync(RunningHost host, Func<Task> end)
    {
        var accepted = 0;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(SendAsync)).ToArray();
        await Task.WhenAny(enough.Task, Task.WhenAll(senders));
        Assert.True(enough.Task.IsCompleted, $"The host took {accepted} deliveries and no more:\n{host.Output}");
        await end();
        await Task.WhenAll(senders);

        async Task SendAsync()
        {
            try
            {
                while (true)
                {
                    // Jobs are in the mix: what a 202 promises is the same.
                    if ((await _pushes.SendOrStartAsync(host.Client)).IsAccepted && Interlocked.Increment(ref accepted) == PerRound)
                    {
                        enough.SetResult();
                    }
                }
            }
            catch (HttpRequestException)
            {
                // The host is gone: whatever was not answered is nobody's promise.
            }
        }
    }

    private async Task CheckAsync()
    {
        await using var host = await StartAsync();
        await QueuedSample.CheckAsync(host, _pushes);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Rounds} rounds, {Senders} senders: {_pushes.Accepted.Count} accepted, {_pushes.Handled.Count} handled, {_pushes.Handled.Values.Count(count => count > 1)} of them more than once, 0 lost."
        );
    }
}
