using Hooklatch.Sessions.Configuration;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Sessions.Sending;

/// <summary>
/// Sends one message through one adapter, and again while that may help: the time between attempts doubles, or is what the chat asks for,
/// and all of it stays within the adapter's timeout.
/// </summary>
internal sealed partial class ChatSender(TimeProvider time, ILogger<ChatSender> logger)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);

    /// <exception cref="ChatException">The message was not sent.</exception>
    public async Task SendAsync(ChatRoute route, ChatMessage message, CancellationToken cancellationToken)
    {
        if (message is { Kind: ChatMessageKind.Text } && string.IsNullOrWhiteSpace(message.Text))
        {
            throw new ChatException(ChatFailure.Rejected, $"{route.Name}: a text without a visible character is not sent.");
        }

        message = message.WithoutControls();
        using var deadline = new CancellationTokenSource(route.Policy.Timeout, time);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var started = time.GetTimestamp();
        try
        {
            for (var attempt = 1; await TryOnceAsync(route, message, ending.Token) is { } failure; attempt++)
            {
                var wait = WaitAfter(attempt, failure.RetryAfter);
                if (attempt > route.Policy.Retries || time.GetElapsedTime(started) + wait >= route.Policy.Timeout)
                {
                    throw failure;
                }

                LogRetry(logger, attempt, wait.TotalSeconds, failure.Message);
                await Task.Delay(wait, time, ending.Token);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ChatException(ChatFailure.Unavailable, $"{route.Name} did not answer within {route.Policy.Timeout:c}.");
        }
    }

    /// <summary>Why the attempt failed, if another may succeed.</summary>
    private static async Task<ChatException?> TryOnceAsync(ChatRoute route, ChatMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await route.Adapter!.SendAsync(message, cancellationToken);
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException && Leaks(route, error))
        {
            // Without what it was caused by, whose text would show the secret again.
            var reason = route.Settings.Quote(error.Message);
            return error switch
            {
                ChatException { Failure: not ChatFailure.Unavailable } rejected => throw new ChatException(rejected.Failure, reason),
                ChatException busy => new ChatException(busy.Failure, reason) { RetryAfter = busy.RetryAfter },
                HttpRequestException http => new ChatException(
                    ChatFailure.Unavailable,
                    $"{route.Name} could not be reached ({http.HttpRequestError})."
                ),
                _ => throw new InvalidOperationException($"{route.Name} failed ({error.GetType().Name}): {reason}"),
            };
        }
        catch (ChatException error) when (error.Failure == ChatFailure.Unavailable)
        {
            return error;
        }
        catch (HttpRequestException error)
        {
            return new ChatException(ChatFailure.Unavailable, $"{route.Name} could not be reached ({error.HttpRequestError}).", error);
        }
    }

    /// <summary>Whether the text of an error would show a secret of the adapter in a log.</summary>
    private static bool Leaks(ChatRoute route, Exception error) =>
        error.ToString() is var text && !string.Equals(route.Settings.Redact(text), text, StringComparison.Ordinal);

    private static TimeSpan WaitAfter(int attempt, TimeSpan? asked)
    {
#pragma warning disable RS0030 // Jitter: senders that failed together shall not come back together.
        var jitter = 0.5 + (Random.Shared.NextDouble() / 2);
#pragma warning restore RS0030
        return asked ?? (FirstWait * Math.Pow(2, attempt - 1) * jitter);
    }

    [LoggerMessage(
        EventId = 20,
        EventName = "ChatRetry",
        Level = LogLevel.Information,
        Message = "Attempt {Attempt} to send a chat message failed, the next is in {Seconds:0.0} s: {Reason}"
    )]
    private static partial void LogRetry(ILogger logger, int attempt, double seconds, string reason);
}
