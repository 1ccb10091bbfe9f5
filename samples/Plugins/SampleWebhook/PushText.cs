using Microsoft.Extensions.Logging;

namespace SampleWebhook;

/// <summary>What is said of a push.</summary>
internal static partial class PushText
{
    /// <summary>Logs a push.</summary>
    /// <returns>The same for a chat, as one line, whatever is in it.</returns>
    public static string Log(ILogger logger, string? repository, string? pusher, string[] messages)
    {
        var last = messages.Length == 0 ? "" : messages[^1].ReplaceLineEndings("\n").Split('\n')[0];
        LogPush(logger, repository, pusher, messages.Length, last);
        return LogText.OneLine($"{repository}: {pusher} pushed {messages.Length} commit(s), the last: {last}");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Repository}: {Pusher} pushed {Count} commit(s), the last: {Message}")]
    private static partial void LogPush(ILogger logger, string? repository, string? pusher, int count, string message);
}
