using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Hooklatch.AotTests.Faults;

/// <summary>
/// Pushes to a queued endpoint, each with a number: which of them were answered 202, and which a host says it has handled. It outlives the hosts, as whoever
/// was promised something does.
/// </summary>
/// <param name="path">The endpoint.</param>
/// <param name="handled">A line of a host's output about a push that was handled, with its number as the first group.</param>
internal sealed class QueuedPushes(string path, Regex handled)
{
    private readonly ConcurrentDictionary<int, byte> _accepted = new();
    private readonly ConcurrentDictionary<int, int> _handled = new();
    private readonly ConcurrentDictionary<int, byte> _jobs = new();
    private int _next;

    /// <summary>What was answered 202.</summary>
    public ICollection<int> Accepted => _accepted.Keys;

    /// <summary>How often each was handled.</summary>
    public IReadOnlyDictionary<int, int> Handled => _handled;

    public IEnumerable<int> Missing => _accepted.Keys.Where(number => !_handled.ContainsKey(number));

    public int NextNumber() => Interlocked.Increment(ref _next);

    /// <summary>Sends the next push.</summary>
    public Task<PushAnswer> SendAsync(HttpClient client) => SendAsync(client, NextNumber());

    /// <summary>Whether a number is that of a job.</summary>
    public bool WasJob(int number) => _jobs.ContainsKey(number);

    /// <summary>Sends the next push, or each fourth time starts a job.</summary>
    public Task<PushAnswer> SendOrStartAsync(HttpClient client)
    {
        var number = NextNumber();
        return number % 4 == 0 ? StartJobAsync(client, number) : SendAsync(client, number);
    }

    private async Task<PushAnswer> StartJobAsync(HttpClient client, int number)
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
        _jobs.TryAdd(number, 0);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return Noted(number, answer);
    }

    /// <summary>Sends a push, or a copy of it.</summary>
    public async Task<PushAnswer> SendAsync(HttpClient client, int number, string what = "")
    {
        var body = Encoding.UTF8.GetBytes(
            $$"""{"do":"{{what}}","ref":"main","repository":{"full_name":"run/{{number}}"},"pusher":{"name":"p"},"commits":[{"message":"m"}]}"""
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-GitHub-Event", "push");
        request.Headers.Add("X-GitHub-Delivery", $"id-{number}");
        request.Headers.Add(
            "X-Hub-Signature-256",
            "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Sample.Secret), body))
        );
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return Noted(number, answer);
    }

    private PushAnswer Noted(int number, HttpResponseMessage answer)
    {
        if (answer.StatusCode is HttpStatusCode.Accepted)
        {
            _accepted.TryAdd(number, 0);
        }

        return new(number, answer.StatusCode, answer.Headers.RetryAfter is not null);
    }

    /// <summary>Sends a number of pushes by some senders at once, each of which waits for its answer.</summary>
    public Task<PushAnswer[]> SendAsync(HttpClient client, int count, int senders) =>
        SendAsync(client, [.. Enumerable.Range(0, count).Select(_ => NextNumber())], senders);

    public async Task<PushAnswer[]> SendAsync(HttpClient client, int[] numbers, int senders)
    {
        var answers = new PushAnswer[numbers.Length];
        var taken = -1;
        await Task.WhenAll(
            Enumerable
                .Range(0, senders)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        for (int index; (index = Interlocked.Increment(ref taken)) < numbers.Length; )
                        {
                            answers[index] = await SendAsync(client, numbers[index]);
                        }
                    })
                )
        );
        return answers;
    }

    /// <summary>Takes note of what a host has handled.</summary>
    public void Note(string output)
    {
        foreach (Match line in handled.Matches(output))
        {
            _handled.AddOrUpdate(int.Parse(line.Groups[1].Value, CultureInfo.InvariantCulture), 1, (_, count) => count + 1);
        }
    }
}
