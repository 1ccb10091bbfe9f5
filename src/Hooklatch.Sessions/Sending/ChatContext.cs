using Hooklatch.Sessions.Configuration;

namespace Hooklatch.Sessions.Sending;

/// <summary>Each send waits for the one before it.</summary>
internal sealed class ChatContext(ChatKey key, ChatRoute route, ChatSender sender) : IChatContext
{
    private readonly Lock _gate = new();
    private Task _last = Task.CompletedTask;
    private bool _closed;

    public string ChatKey { get; } = key.ToString();

    public Task SendTextAsync(string text, CancellationToken cancellationToken) =>
        EnqueueAsync(ChatMessage.OfText(key.Channel, text), cancellationToken);

    public Task SendImageAsync(ChatFile image, CancellationToken cancellationToken) =>
        EnqueueAsync(ChatMessage.OfImage(key.Channel, image), cancellationToken);

    public Task SendFileAsync(ChatFile file, CancellationToken cancellationToken) =>
        EnqueueAsync(ChatMessage.OfFile(key.Channel, file), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        Task last;
        lock (_gate)
        {
            _closed = true;
            last = _last;
        }

        // What went wrong is told to whoever awaits the send.
        await last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private Task EnqueueAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return _last = SendAfterAsync(_last, message, cancellationToken);
        }
    }

    private async Task SendAfterAsync(Task before, ChatMessage message, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await sender.SendAsync(route, message, cancellationToken);
    }
}
