using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Hooklatch.AotTests;

/// <summary>
/// What the native host promises with a 202, while it is killed and stopped under load. This process notes every answer and everything that the hosts print.
/// <c>HOOKLATCH_SOAK=1</c> makes fifty rounds of each.
/// </summary>
public sealed partial class DurabilityTests(PublishedHost published) : IDisposable
{
    private const string Queued = "/api/plugin/dev.sample_webhook/webhook/github_queued";
    private const int Senders = 48;
    private const int PerRound = 300;

    private static readonly int Rounds = Environment.GetEnvironmentVariable("HOOKLATCH_SOAK") == "1" ? 50 : 4;

    private readonly TemporaryFolder _data = new();
    private readonly ConcurrentDictionary<int, byte> _accepted = new();
    private readonly ConcurrentDictionary<int, int> _handled = new();
    private int _next;

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task What_was_answered_202_runs_although_the_host_is_killed()
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var host = await StartAsync();
            await LoadAsync(host, host.KillAsync);
            Note(host.Output);
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
            Note(host.Output);
            outputs.Append(host.Output);
        }

        await CheckAsync();
        Assert.DoesNotContain("try 2", outputs.ToString(), StringComparison.Ordinal);
        // Nothing was cut off, so nothing ran twice.
        Assert.All(_handled.Values, count => Assert.Equal(1, count));
    }

    private Task<RunningHost> StartAsync() =>
        published.StartAsync(
            Sample.WithSecret,
            Sample.WithJobToken,
            "--Hooklatch:Sessions:console:Kind=console",
            "--Plugins:dev.sample_webhook:NotificationChatKey=console-pushes",
            $"--{RunningHost.DataDirectory}={_data.Path}",
            "--Logging:LogLevel:Microsoft=Warning",
            "--Logging:LogLevel:Hooklatch=Warning",
            "--Logging:LogLevel:Hooklatch.Inbox=Information",
            "--Logging:LogLevel:Microsoft.Hosting.Lifetime=Information"
        );

    /// <summary>Sends until so many were accepted, then does something to the host while all senders wait for an answer.</summary>
    private async Task LoadAsync(RunningHost host, Func<Task> end)
    {
        var before = _accepted.Count;
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(SendAsync)).ToArray();
        await Task.WhenAny(enough.Task, Task.WhenAll(senders));
        Assert.True(enough.Task.IsCompleted, $"The host took {_accepted.Count - before} deliveries and no more:\n{host.Output}");
        await end();
        await Task.WhenAll(senders);

        async Task SendAsync()
        {
            try
            {
                while (true)
                {
                    var number = Interlocked.Increment(ref _next);
                    using var answer = await PostAsync(host.Client, number);
                    if (answer.StatusCode == HttpStatusCode.Accepted && _accepted.TryAdd(number, 0) && _accepted.Count - before == PerRound)
                    {
                        // The count may be seen by two senders at once, each after the other's delivery.
                        enough.TrySetResult();
                    }
                }
            }
            catch (HttpRequestException)
            {
                // The host is gone: whatever was not answered is nobody's promise.
            }
        }
    }

    /// <summary>Whatever was accepted has run, or runs in the next host, and none of it was blamed for the deaths.</summary>
    private async Task CheckAsync()
    {
        await using var host = await StartAsync();
        foreach (var number in _accepted.Keys.Where(number => !_handled.ContainsKey(number)))
        {
            await host.WaitForOutputAsync($"run/{number}{(number % 4 == 0 ? " is done" : ": ")}");
        }

        Note(host.Output);
        Assert.Empty(_accepted.Keys.Except(_handled.Keys));
        Assert.DoesNotContain("wait for a person", host.Output, StringComparison.Ordinal);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Rounds} rounds, {Senders} senders: {_accepted.Count} accepted, {_handled.Count} handled, {_handled.Values.Count(count => count > 1)} of them more than once, 0 lost."
        );
    }

    private void Note(string output)
    {
        foreach (Match line in Handled.Matches(output))
        {
            _handled.AddOrUpdate(int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture), 1, (_, count) => count + 1);
        }
    }

    /// <summary>A push, or each fourth time a job: both are promised by a 202.</summary>
    private static Task<HttpResponseMessage> PostAsync(HttpClient client, int number) =>
        number % 4 == 0 ? StartJobAsync(client, number) : PushAsync(client, number);

    private static async Task<HttpResponseMessage> StartJobAsync(HttpClient client, int number)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Sample.StartJob)
        {
            Content = new StringContent(
                $$"""{"task_id":"run/{{number}}","notify_chat_key":"console-pushes"}""",
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Add("X-Job-Token", Sample.JobToken);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> PushAsync(HttpClient client, int number)
    {
        var body = Encoding.UTF8.GetBytes(
            $$"""{"ref":"main","repository":{"full_name":"run/{{number}}"},"pusher":{"name":"p"},"commits":[{"message":"m"}]}"""
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, Queued) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-GitHub-Event", "push");
        request.Headers.Add("X-GitHub-Delivery", $"id-{number}");
        request.Headers.Add(
            "X-Hub-Signature-256",
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Sample.Secret), body))
        );
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// The message that the handler sends to the console's chat, and that is written when it returns. A line of the log waits for a thread of its own, which a
    /// kill ends, too.
    /// </summary>
    [GeneratedRegex(@"^\[console-pushes\] (?:run|Job run)/(\d+)(?:: p pushed| is done)", RegexOptions.Multiline)]
    private static partial Regex Handled { get; }
}
