using System.ComponentModel;
using Hooklatch.Deliveries;
using Hooklatch.Description;
using Hooklatch.Http;
using Hooklatch.Inbox;

namespace Hooklatch.Endpoints;

/// <summary>
/// One handler: what it takes, and the call that binds a delivery and runs the author's method. It knows nothing of how the delivery was verified;
/// that is the endpoint's.
/// </summary>
/// <param name="id">A name that is unique in the plugin and stays when the plugin grows: <c>GitHubHooks_OnPush</c>.</param>
/// <param name="target">The author's method, for logs and descriptions: <c>Namespace.Class.Method</c>.</param>
/// <param name="call">The generated call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookHandler(string id, string target, HandlerCall call)
{
    /// <summary>A name that is unique in the plugin.</summary>
    public string Id { get; } = id;

    /// <summary>The author's method: <c>Namespace.Class.Method</c>.</summary>
    public string Target { get; } = target;

    /// <summary>What the handler's parameters need of the body.</summary>
    public BodyUse BodyUse { get; init; }

    /// <summary>Whether the author's own code may read the request's body, which is then the verified one.</summary>
    public bool ReadsRequest { get; init; }

    /// <summary>Whether no parameter is bound, so that the call runs the author's method at once.</summary>
    public bool BindsNothing { get; init; }

    /// <summary>The events that the handler takes, as its author names them; none for one that has the endpoint to itself.</summary>
    public IReadOnlyList<string> Events { get; private set; } = [];

    /// <summary>How the handler is tried again, where its endpoint is queued.</summary>
    public RetryPolicy Retry { get; init; } = RetryPolicy.Default;

    /// <summary>How many seconds the handler may run, where its endpoint is queued.</summary>
    public int TimeoutSeconds { get; init; } = 600;

    /// <summary>Says what the handler takes and answers, anew for everyone who asks; <see langword="null"/> where it is nothing.</summary>
    public Action<WebhookDescription>? Describe { get; init; }

    /// <summary>Adds the attributes of the author's method and its class, which are metadata of the endpoint.</summary>
    public Action<IList<object>>? AddMetadata { get; init; }

    /// <summary>Notes which events the handler takes, which its endpoint knows.</summary>
    /// <param name="events">The events.</param>
    /// <returns>The handler.</returns>
    public WebhookHandler Takes(params string[] events)
    {
        Events = events;
        return this;
    }

    /// <summary>What the handler takes and answers.</summary>
    internal WebhookDescription Details
    {
        get
        {
            var description = new WebhookDescription(Id);
            Describe?.Invoke(description);
            return description;
        }
    }

    /// <summary>Binds the parameters of a verified delivery and runs the author's method.</summary>
    /// <param name="delivery">The delivery.</param>
    public ValueTask<WebhookResult> HandleAsync(Delivery delivery)
    {
        ArgumentNullException.ThrowIfNull(delivery);
        return BindsNothing && delivery.StopsBeforeHandler ? new(delivery.EndBound()) : call(delivery);
    }
}
