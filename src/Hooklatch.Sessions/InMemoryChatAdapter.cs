using System.Collections.Concurrent;
using Hooklatch.Sessions.Configuration;
using Hooklatch.Sessions.Sending;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hooklatch.Sessions;

/// <summary>Keeps what is sent, for the tests of plugins.</summary>
/// <param name="name">The name in chat keys. A test may take the place of a configured adapter by using its name.</param>
public sealed class InMemoryChatAdapter(string name = "memory") : IChatAdapter
{
    private readonly ConcurrentQueue<ChatMessage> _messages = new();

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>What was sent so far, in order.</summary>
    public IReadOnlyList<ChatMessage> Messages => [.. _messages];

    /// <summary>What every send fails with until it is <see langword="null"/> again.</summary>
    public ChatException? Failure { get; set; }

    /// <summary>Chat sessions that know this adapter alone, for a test that builds a handler itself.</summary>
    public IChatSessions CreateSessions() =>
        new ChatSessions(
            AdapterCatalog.Of(this),
            new ChatSender(TimeProvider.System, NullLogger<ChatSender>.Instance),
            NullLogger<ChatSessions>.Instance
        );

    /// <summary>Forgets what was sent.</summary>
    public void Clear() => _messages.Clear();

    /// <inheritdoc/>
    public async Task SendAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        cancellationToken.ThrowIfCancellationRequested();
        if (Failure is { } failure)
        {
            throw failure;
        }

        _messages.Enqueue(await KeepAsync(message, cancellationToken));
    }

    /// <summary>An upload ends with its request, and a test looks at it later.</summary>
    private static async Task<ChatMessage> KeepAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        if (message.File is not { } file)
        {
            return message;
        }

        await using var content = file.OpenRead();
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        var kept = new ChatFile(file.Name, copy.ToArray(), file.MediaType);
        return message.Kind == ChatMessageKind.Image
            ? ChatMessage.OfImage(message.Channel, kept)
            : ChatMessage.OfFile(message.Channel, kept);
    }
}
