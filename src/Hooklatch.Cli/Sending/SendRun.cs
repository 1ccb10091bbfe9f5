using System.Collections.Concurrent;
using Hooklatch.Cli.Terminals;
using Spectre.Console;

namespace Hooklatch.Cli.Sending;

/// <summary>Sends one delivery many times, several at once.</summary>
/// <param name="options">What is sent.</param>
/// <param name="sender">What sends.</param>
/// <param name="here">What is around the tool.</param>
internal sealed class SendRun(SendOptions options, RequestSender sender, Surroundings here)
{
    private readonly RequestMaker _maker = new(options, here.Time);

    /// <summary>The status that is asked for; <see langword="null"/> for what the provider takes.</summary>
    public int? Expected { get; init; }

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Sends one request.</summary>
    public async Task<SendResult> SendOneAsync(CancellationToken cancellation)
    {
        var request = _maker.Next();
        // A signer may have added to the query.
        var url = options.SignedUrl is null ? request.Url.OriginalString : WithQueryOf(options.Url, request.Url.OriginalString);
        var answer = await sender.SendAsync(request, url, Timeout, cancellation);
        var problem = answer.Status is { } status ? Success.ProblemOf(options.Preset.Info, status, Expected) : answer.Error;
        return new SendResult
        {
            Provider = options.Preset.Name,
            Url = url,
            Event = request.Event,
            DeliveryId = options.Preset.Info.DeliveryId is null ? null : request.DeliveryId,
            Status = answer.Status,
            Delivered = problem is null,
            Milliseconds = Math.Round(answer.Elapsed.TotalMilliseconds, 2),
            Answer = answer.Text,
            Problem = problem,
        };
    }

    /// <summary>Sends many requests.</summary>
    /// <param name="count">How many.</param>
    /// <param name="parallel">How many at once.</param>
    /// <param name="progressBar">Where a bar shows how far it is; <see langword="null"/> where nobody sees it.</param>
    /// <param name="cancellation">Ends it early; what was sent until then is summed up.</param>
    public async Task<SendSummary> SendManyAsync(int count, int parallel, IAnsiConsole? progressBar, CancellationToken cancellation)
    {
        var answers = new ConcurrentQueue<(SendAnswer, bool)>();
        var started = here.Time.GetTimestamp();
        if (progressBar is not null)
        {
            await Bar(progressBar)
                .StartAsync(async progress =>
                {
                    var task = progress.AddTask("sent", maxValue: count);
                    await RunAsync(count, parallel, answers, () => task.Increment(1), cancellation);
                });
        }
        else
        {
            await RunAsync(count, parallel, answers, () => { }, cancellation);
        }

        return SendSummary.Of(answers, here.Time.GetElapsedTime(started));
    }

    private async Task RunAsync(
        int count,
        int parallel,
        ConcurrentQueue<(SendAnswer, bool)> answers,
        Action sent,
        CancellationToken cancellation
    )
    {
        var left = count;
        await Task.WhenAll(Enumerable.Range(0, Math.Min(parallel, count)).Select(_ => Task.Run(WorkAsync, CancellationToken.None)));

        async Task WorkAsync()
        {
            while (Interlocked.Decrement(ref left) >= 0 && !cancellation.IsCancellationRequested)
            {
                try
                {
                    var result = await SendOneAsync(cancellation);
                    answers.Enqueue(
                        (new(result.Status, "", TimeSpan.FromMilliseconds(result.Milliseconds), result.Problem), result.Delivered)
                    );
                    sent();
                }
                catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
                {
                    // What was answered until now is summed up.
                    return;
                }
            }
        }
    }

    private static Progress Bar(IAnsiConsole console) =>
        console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());

    private static string WithQueryOf(string url, string signed) =>
        signed.Split('?', 2) is [_, var query] && !url.Contains('?', StringComparison.Ordinal) ? $"{url}?{query}" : url;
}
