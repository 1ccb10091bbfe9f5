using System.Collections.Concurrent;

namespace Hooklatch.Tests.Plugin;

/// <summary>Sees every delivery that reaches a handler: a rejected one must leave no trace here.</summary>
public sealed class HandledDeliveries
{
    private readonly ConcurrentQueue<Delivery> _handled = new();

    public IReadOnlyCollection<Delivery> Handled => _handled;

    /// <summary>A context that its handler kept.</summary>
    public WebhookContext? Kept { get; set; }

    public void Record(WebhookContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _handled.Enqueue(new Delivery(context.Endpoint, context.Event, context.DeliveryId, context.SecretIndex));
    }

    public void Forget() => _handled.Clear();
}

public sealed record Delivery(string Endpoint, string? Event, string? Id, int? SecretIndex);
