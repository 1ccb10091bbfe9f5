using System.Globalization;
using Hooklatch.Sessions.Sending;

namespace Hooklatch.Sessions.Adapters;

/// <summary>
/// Prints, for a host that has no chat yet. What a terminal would act on is escaped, and a further line of a text is indented, so that no
/// text can look like another message.
/// </summary>
internal sealed class ConsoleAdapter(string name, TextWriter output) : IChatAdapter
{
    public string Name { get; } = name;

    public Task SendAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var text = message.File is { } file
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{(message.Kind == ChatMessageKind.Image ? "image" : "file")} {file.Name} ({file.MediaType}, {file.Length} bytes)"
            )
            : message.Text;
        var lines = ChatText.Printable(text.ReplaceLineEndings("\n"), keepLines: true).Replace("\n", "\n    ", StringComparison.Ordinal);
        // One call, so that messages of several requests do not mix.
        output.WriteLine($"[{Name}-{message.Channel}] {lines}");
        return Task.CompletedTask;
    }
}
