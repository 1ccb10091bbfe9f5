using System.ComponentModel;
using Hooklatch.Addresses;
using Hooklatch.Deliveries;
using Hooklatch.Description;
using Hooklatch.Hosting;
using Hooklatch.Routing;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Pipeline;

/// <summary>
/// One webhook: what it is called, how it is verified, what its body may be, and the call of the author's method. Generated code derives one
/// class per handler; there is one instance per host.
/// </summary>
/// <param name="plugin">The plugin that the handler belongs to.</param>
/// <param name="target">The author's method.</param>
/// <param name="endpoint">The endpoint as declared, starting with <c>/</c>.</param>
/// <param name="sender">Who sends to the endpoint; <see langword="null"/> where several handlers share it, and it knows.</param>
/// <param name="methods">The HTTP methods that are answered; empty for every method.</param>
/// <remarks>
/// What a host needs to start is handed to the constructor, the rest is overridden: of a handler that receives nothing, no code is read from disk.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class WebhookHandler(
    PluginScope plugin,
    string target,
    string endpoint,
    WebhookSender? sender,
    params ReadOnlySpan<string> methods
)
{
    /// <summary>The largest body, in bytes, where neither the endpoint nor its scheme says otherwise: 1 MiB.</summary>
    public const long DefaultMaxBodySize = 1024 * 1024;

    /// <summary>What most handlers answer; of a thousand of them, one list says it.</summary>
    private static readonly string[] PostAlone = ["POST"];

    /// <summary>The plugin that the handler belongs to.</summary>
    public PluginScope Plugin { get; } = plugin;

    /// <summary>The endpoint as declared.</summary>
    public string Endpoint { get; } = endpoint;

    /// <summary>The HTTP methods that are answered; empty for every method.</summary>
    public IReadOnlyList<string> Methods { get; } = methods is ["POST"] ? PostAlone : [.. methods];

    /// <summary>Where the webhook is served, below the path base of the host.</summary>
    internal string Path => field ??= WebhookPath.Of(Plugin.Key, Endpoint);

    /// <summary>The methods for people: <c>GET,POST</c>, or <c>ANY</c>.</summary>
    internal string MethodList => Methods.Count == 0 ? "ANY" : string.Join(',', Methods);

    /// <summary>The author's method, for logs and descriptions: <c>Namespace.Class.Method</c>.</summary>
    public string Target { get; } = target;

    /// <summary>A name for people.</summary>
    public abstract string Name { get; }

    /// <summary>One sentence for people.</summary>
    public virtual string? Description => null;

    /// <summary>Who sends to the endpoint, and how that is verified.</summary>
    /// <exception cref="InvalidOperationException">The handler is one of several: nothing is accepted on its own word.</exception>
    public WebhookSender Sender =>
        sender ?? throw new InvalidOperationException($"{Target} takes events; its endpoint verifies who sends them.");

    /// <summary>Whether a repeated delivery is recognised, by the id that the scheme declares.</summary>
    public virtual bool DetectsDuplicates => false;

    /// <summary>The field of a form that may hold the JSON payload.</summary>
    public virtual string? FormEnvelope => null;

    /// <summary>From where deliveries are accepted; <see langword="null"/> for everywhere.</summary>
    public virtual AddressGate? Addresses => null;

    /// <summary>Whether a handler of the endpoint takes the method.</summary>
    internal bool Takes(string method) => Methods.Count == 0 || Methods.Contains(method);

    /// <summary>The largest body in bytes.</summary>
    public virtual long MaxBodySize => DefaultMaxBodySize;

    /// <summary>What the handler's parameters need of the body.</summary>
    public virtual BodyUse BodyUse => BodyUse.None;

    /// <summary>Whether the author's own code may read the request's body, which is then the verified one.</summary>
    public virtual bool ReadsRequest => false;

    /// <summary>The limits of a form, where the author set them.</summary>
    public virtual FormLimitsAttribute? FormLimits => null;

    /// <summary>What the handler takes and answers. It is made anew for everyone who asks.</summary>
    public virtual WebhookDescription Details => new(GetType().Name);

    /// <summary>What each of the handlers takes whose deliveries come here.</summary>
    internal virtual IEnumerable<WebhookDescription> HandlerDetails => [Details];

    /// <summary>Adds the attributes of the author's method and its class, which are metadata of the endpoint.</summary>
    public virtual void AddMetadata(IList<object> metadata) { }

    /// <summary>Binds the parameters of a verified delivery and runs the author's method.</summary>
    /// <param name="delivery">The delivery.</param>
    public abstract ValueTask<WebhookResult> HandleAsync(Delivery delivery);
}
