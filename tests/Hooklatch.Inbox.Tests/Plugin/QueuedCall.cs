using System.Text;

namespace Hooklatch.Inbox.Tests.Plugin;

/// <summary>What a handler was called with, as it was then.</summary>
internal sealed class QueuedCall(WebhookContext delivery, ReadOnlyMemory<byte> body, string? header, string? text)
{
    public string Endpoint { get; } = delivery.Endpoint;

    public string Body { get; } = Encoding.UTF8.GetString(body.Span);

    public string? Header { get; } = header;

    public string? Text { get; } = text;

    public string? Event { get; } = delivery.Event;

    public string? Action { get; } = delivery.EventAction;

    public string? DeliveryId { get; } = delivery.DeliveryId;

    public int Attempt { get; } = delivery.Attempt;

    public bool IsReplay { get; } = delivery.IsReplay;

    public DateTimeOffset ReceivedAt { get; } = delivery.ReceivedAt;

    public int? SecretIndex { get; } = delivery.SecretIndex;
}
