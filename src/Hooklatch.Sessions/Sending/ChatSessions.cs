using Hooklatch.Sessions.Configuration;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Sessions.Sending;

/// <summary>Finds the adapter of a chat key and hands it the message.</summary>
internal sealed partial class ChatSessions(AdapterCatalog catalog, ChatSender sender, ILogger<ChatSessions> logger) : IChatSessions
{
    public Task SendTextAsync(string chatKey, string text, CancellationToken cancellationToken) =>
        SendAsync(chatKey, channel => ChatMessage.OfText(channel, text), cancellationToken);

    public Task SendImageAsync(string chatKey, ChatFile image, CancellationToken cancellationToken) =>
        SendAsync(chatKey, channel => ChatMessage.OfImage(channel, image), cancellationToken);

    public Task SendFileAsync(string chatKey, ChatFile file, CancellationToken cancellationToken) =>
        SendAsync(chatKey, channel => ChatMessage.OfFile(channel, file), cancellationToken);

    public ValueTask<IChatContext> OpenAsync(string chatKey)
    {
        try
        {
            var (key, route) = Find(chatKey);
            return new(new ChatContext(key, route, sender));
        }
        catch (ChatException error)
        {
            return ValueTask.FromException<IChatContext>(error);
        }
    }

    public Task<bool> TrySendTextAsync(string? chatKey, string text, CancellationToken cancellationToken) =>
        TryAsync(chatKey, () => SendTextAsync(chatKey!, text, cancellationToken));

    public Task<bool> TrySendImageAsync(string? chatKey, ChatFile image, CancellationToken cancellationToken) =>
        TryAsync(chatKey, () => SendImageAsync(chatKey!, image, cancellationToken));

    public Task<bool> TrySendFileAsync(string? chatKey, ChatFile file, CancellationToken cancellationToken) =>
        TryAsync(chatKey, () => SendFileAsync(chatKey!, file, cancellationToken));

    private async Task SendAsync(string? chatKey, Func<string, ChatMessage> message, CancellationToken cancellationToken)
    {
        var (key, route) = Find(chatKey);
        await sender.SendAsync(route, message(key.Channel), cancellationToken);
    }

    /// <exception cref="ChatException">There is no such chat, or its adapter is not configured as it must be.</exception>
    private (ChatKey Key, ChatRoute Route) Find(string? chatKey)
    {
        var key = ChatKey.Parse(chatKey);
        if (!catalog.Current.TryGetValue(key.Adapter, out var route))
        {
            throw new ChatException(
                ChatFailure.UnknownAdapter,
                $"'{key}' names the chat adapter '{key.Adapter}', which is neither in {ChatAdapterSettings.Section} nor registered."
            );
        }

        if (route.Error is { } error)
        {
            // Thrown anew: one exception thrown by many requests would mix their traces.
            throw new ChatException(error.Failure, error.Message, error);
        }

        return route.Policy.Allow(key.Channel)
            ? (key, route)
            : throw new ChatException(
                ChatFailure.UnknownChannel,
                $"'{key.Channel}' is not among the channels that {ChatAdapterSettings.Section}:{route.Name}:Channels allows."
            );
    }

    private async Task<bool> TryAsync(string? chatKey, Func<Task> send)
    {
        try
        {
            await send();
            return true;
        }
        catch (ChatException error)
        {
            LogNotSent(logger, Shown(chatKey), error.Failure, error.Message);
        }
        catch (OperationCanceledException)
        {
            LogNotWanted(logger, Shown(chatKey));
        }
#pragma warning disable CA1031 // The promise: whatever an adapter throws, the caller goes on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(logger, exception, Shown(chatKey));
        }

        return false;
    }

    /// <summary>The key may be a sender's, and none.</summary>
    private static string Shown(string? chatKey) => string.IsNullOrWhiteSpace(chatKey) ? "nobody" : ChatText.Line(chatKey);

    [LoggerMessage(
        EventId = 10,
        EventName = "ChatNotSent",
        Level = LogLevel.Warning,
        Message = "A chat message to {ChatKey} was not sent ({Failure}): {Reason}"
    )]
    private static partial void LogNotSent(ILogger logger, string chatKey, ChatFailure failure, string reason);

    [LoggerMessage(
        EventId = 11,
        EventName = "ChatNotWanted",
        Level = LogLevel.Information,
        Message = "A chat message to {ChatKey} was not sent: its sender gave up."
    )]
    private static partial void LogNotWanted(ILogger logger, string chatKey);

    [LoggerMessage(
        EventId = 12,
        EventName = "ChatAdapterFailed",
        Level = LogLevel.Error,
        Message = "A chat message to {ChatKey} was not sent, because its adapter failed."
    )]
    private static partial void LogFailed(ILogger logger, Exception exception, string chatKey);
}
