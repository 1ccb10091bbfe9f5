using System.ComponentModel;
using Hooklatch.Addresses;
using Hooklatch.Deliveries;
using Hooklatch.Description;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Hooklatch.Verification;

namespace Hooklatch.Endpoints;

/// <summary>
/// One webhook of a plugin: its path and methods, who sends to it and how that is verified, its limits, and the handlers of its events. There is
/// one instance per host, which generated code makes when the host starts.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class WebhookEndpoint
{
    /// <summary>The largest body, in bytes, where neither the endpoint nor its scheme says otherwise: 1 MiB.</summary>
    public const long DefaultMaxBodySize = 1024 * 1024;

    /// <summary>What most endpoints answer; of a thousand of them, one list says it.</summary>
    private static readonly string[] PostAlone = ["POST"];

    private readonly WebhookHandler[] _handlers;
    private readonly EventChoice? _choose;

    /// <summary>Makes an endpoint that one handler has to itself.</summary>
    /// <param name="plugin">The plugin that the endpoint belongs to.</param>
    /// <param name="template">The path as declared, starting with <c>/</c>, such as <c>/github</c> or <c>/shops/{shop}</c>.</param>
    /// <param name="sender">Who sends to the endpoint, and how that is verified.</param>
    /// <param name="handler">The handler.</param>
    /// <param name="methods">The HTTP methods that are answered; empty for every method.</param>
    public WebhookEndpoint(
        PluginScope plugin,
        string template,
        WebhookSender sender,
        WebhookHandler handler,
        params ReadOnlySpan<string> methods
    )
        : this(plugin, template, sender, [handler], methods) { }

    /// <summary>Makes an endpoint whose deliveries go to one of several handlers by their event.</summary>
    /// <param name="plugin">The plugin that the endpoint belongs to.</param>
    /// <param name="template">The path as declared, starting with <c>/</c>.</param>
    /// <param name="sender">Who sends to the endpoint, and how that is verified.</param>
    /// <param name="choose">Which handler takes which event.</param>
    /// <param name="handlers">The handlers, at least one.</param>
    /// <param name="methods">The HTTP methods that are answered; empty for every method.</param>
    public WebhookEndpoint(
        PluginScope plugin,
        string template,
        WebhookSender sender,
        EventChoice choose,
        WebhookHandler[] handlers,
        params ReadOnlySpan<string> methods
    )
        : this(plugin, template, sender, handlers, methods) => _choose = choose;

    private WebhookEndpoint(
        PluginScope plugin,
        string template,
        WebhookSender sender,
        WebhookHandler[] handlers,
        ReadOnlySpan<string> methods
    )
    {
        (Plugin, Template, Sender, _handlers) = (plugin, template, sender, handlers);
        Methods = methods is ["POST"] ? PostAlone : [.. methods];
        BodyUse = BodyUses.Common(handlers) is var use && use is BodyUse.None && sender.ReadsBody ? BodyUse.Raw : use;
    }

    /// <summary>The plugin that the endpoint belongs to.</summary>
    public PluginScope Plugin { get; }

    /// <summary>The path as declared, below the plugin's own.</summary>
    public string Template { get; }

    /// <summary>The HTTP methods that are answered; empty for every method.</summary>
    public IReadOnlyList<string> Methods { get; }

    /// <summary>Who sends to the endpoint, and how that is verified.</summary>
    public WebhookSender Sender { get; }

    /// <summary>The handlers among which the event decides; one, where there are no events.</summary>
    public IReadOnlyList<WebhookHandler> Handlers => _handlers;

    /// <summary>A name that is unique in the plugin and stays when the plugin grows: its handler's, where it has one alone.</summary>
    public string Id
    {
        get => field ?? _handlers[0].Id;
        init;
    }

    /// <summary>A name for people.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence for people.</summary>
    public string? Description { get; init; }

    /// <summary>The largest body in bytes.</summary>
    public long MaxBodySize { get; init; } = DefaultMaxBodySize;

    /// <summary>The limits of a form, where the author set them.</summary>
    public FormLimitsAttribute? FormLimits { get; init; }

    /// <summary>From where deliveries are accepted; <see langword="null"/> for everywhere.</summary>
    public AddressGate? Addresses { get; init; }

    /// <summary>The field of a form that may hold the JSON payload.</summary>
    public string? FormEnvelope { get; init; }

    /// <summary>Whether a repeated delivery is recognised, by the id that the scheme declares.</summary>
    public bool DetectsDuplicates { get; init; }

    /// <summary>When the handlers run.</summary>
    public WebhookMode Mode { get; init; }

    /// <summary>Whether deliveries that run while their sender waits are kept for people; <see langword="null"/> where the host decides.</summary>
    public bool? Record { get; init; }

    /// <summary>How many deliveries run at once in one host, where they are queued; 0 for as many as there is room for.</summary>
    public int Concurrency { get; init; }

    /// <summary>The path of the value by which queued deliveries keep their order; <see langword="null"/> for no order.</summary>
    public string? OrderPath { get; init; }

    /// <summary>What is read of the body before it is known which handler takes the delivery: what all of them agree on.</summary>
    public BodyUse BodyUse { get; }

    /// <summary>Whether an author's own code may read the request's body, which is then the verified one.</summary>
    public bool ReadsRequest => Array.Exists(_handlers, handler => handler.ReadsRequest);

    /// <summary>What the handlers take and answer together. It is made anew for everyone who asks.</summary>
    public WebhookDescription Details => _handlers is [var only] ? only.Details : EventDescription.Of(Id, _handlers);

    /// <summary>What a delivery knows of the endpoint.</summary>
    internal EndpointKey Key => field ??= new EndpointKey(Plugin, Template);

    /// <summary>Where the webhook is served, below the path base of the host.</summary>
    internal string Path => field ??= WebhookPath.Of(Plugin.Prefix, Plugin.Key, Template);

    /// <summary>Where the host serves it besides, as its configuration says.</summary>
    internal IReadOnlyList<string> OwnPaths { get; set; } = [];

    /// <summary>The methods for people: <c>GET,POST</c>, or <c>ANY</c>.</summary>
    internal string MethodList => Methods.Count == 0 ? "ANY" : string.Join(',', Methods);

    /// <summary>The authors' methods, for logs and descriptions.</summary>
    internal string Target => string.Join(", ", _handlers.Select(handler => handler.Target));

    /// <summary>Whether a handler of the endpoint takes the method.</summary>
    internal bool Takes(string method) => Methods.Count == 0 || Methods.Contains(method);

    /// <summary>What any of the handlers demands of the endpoint holds for all: which one runs is known only once the delivery is verified.</summary>
    internal void AddMetadata(IList<object> metadata)
    {
        foreach (var handler in _handlers)
        {
            handler.AddMetadata?.Invoke(metadata);
        }
    }

    /// <summary>The handler that takes the event of a verified delivery; <see langword="null"/> where none does.</summary>
    internal WebhookHandler? HandlerOf(string? name, string? action) =>
        _choose is null ? _handlers[0]
        : _choose(name, action) is >= 0 and var index ? _handlers[index]
        : null;

    /// <summary>What only one of several handlers demands of the body is known once its delivery is verified; a delivery that runs later was asked then.</summary>
    internal Rejection? Check(WebhookHandler handler, Delivery delivery) =>
        _choose is not null && delivery.IsLive ? MediaTypeGate.Check(delivery.Http.Request, this, handler.BodyUse) : null;

    /// <summary>Runs the handler that takes the event of a verified delivery.</summary>
    internal ValueTask<WebhookResult> HandleAsync(Delivery delivery) =>
        HandlerOf(delivery.Event, delivery.EventAction) is not { } handler ? ValueTask.FromResult(WebhookResult.Unhandled())
        : Check(handler, delivery) is { } rejected ? ValueTask.FromResult<WebhookResult>(rejected)
        : handler.HandleAsync(delivery);
}
