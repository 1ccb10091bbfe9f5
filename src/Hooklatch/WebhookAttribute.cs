namespace Hooklatch;

/// <summary>
/// Makes a method the handler of a webhook endpoint; or, on a class, the endpoint whose events its <see cref="OnEventAttribute"/> methods
/// take.
/// </summary>
/// <remarks>
/// The method may be static or an instance method, public or internal, in any class of the plugin, and is asynchronous:
/// it returns <see cref="Task"/>, <see cref="Task{TResult}"/>, <see cref="ValueTask"/> or <see cref="ValueTask{TResult}"/>.
/// It answers 200 with nothing, a string (<c>text/plain</c>), a <see cref="System.Text.Json.Nodes.JsonNode"/>, any type that a
/// <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> of the plugin covers, a tuple <c>(T body, int status)</c>,
/// or any <see cref="Microsoft.AspNetCore.Http.IResult"/>. To reject a delivery it throws <see cref="WebhookException"/>.
/// </remarks>
/// <param name="endpoint">
/// The path below <c>/api/plugin/{author}.{module}/webhook</c>. It starts with <c>/</c> and is matched exactly: case-sensitive, with no
/// trailing slash added or removed, as the raw bytes of the request line.
/// </param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class WebhookAttribute(string endpoint) : Attribute
{
    /// <summary>The path below the plugin's webhook prefix.</summary>
    public string Endpoint { get; } = endpoint;

    /// <summary>A name for people. Default: the method's name.</summary>
    public string? Name { get; set; }

    /// <summary>One sentence for people: what the endpoint receives.</summary>
    public string? Description { get; set; }

    /// <summary>
    /// The HTTP methods that this handler answers, such as <c>["POST"]</c>. Default: every method.
    /// A method that no handler of the path declares is answered 405 with <c>Allow</c>.
    /// </summary>
    public string[]? Methods { get; set; }

    /// <summary>
    /// The largest body in bytes that is read; a larger one is answered 413. Default 0: what the verification's scheme says
    /// (<see cref="Signing.BodyLimitAttribute"/>), else 1 MiB.
    /// </summary>
    public long MaxBodySize { get; set; }

    /// <summary>
    /// Whether a repeated delivery is answered as the first one was, without running the handler again, where the verification's scheme
    /// tells deliveries apart. Default: it is.
    /// </summary>
    public bool DetectDuplicates { get; set; } = true;

    /// <summary>
    /// When the handler runs: while the sender waits (default), or after the answer from what was stored. A queued handler returns <see cref="Task"/> or
    /// <see cref="ValueTask"/>, since nobody waits for a value.
    /// </summary>
    public WebhookMode Mode { get; set; }

    /// <summary>
    /// Whether what was received is kept in the host's store once an inline handler has ended, with how it ended, for people to look at. Default: as the host
    /// is configured (<c>Hooklatch:Inbox:RecordInline</c>); <see langword="false"/> keeps nothing, whatever is configured.
    /// </summary>
    public bool Record { get; set; }

    /// <summary>
    /// How many seconds a queued handler may run before its token is cancelled and the try counts as failed: 1 to 86,400. Default 0: 600.
    /// </summary>
    public int TimeoutSeconds { get; set; }
}
