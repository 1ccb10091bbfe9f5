namespace Hooklatch.Testing;

/// <summary>What a signed request says besides its body. Everything has a default that fits most schemes.</summary>
public sealed record SignedRequestOptions
{
    /// <summary>
    /// The URL, absolute for a scheme that signs it (it is then what the endpoint's <c>PublicUrl</c> must lead to), else as the client's base
    /// address completes it. Default: <c>/</c>.
    /// </summary>
    public Uri Url { get; init; } = new("/", UriKind.Relative);

    /// <summary>The method. Default: POST.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Post;

    /// <summary>The media type of the body. Default: <c>application/json</c>.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The time of signing. Default: now.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>What the provider calls the delivery, where a header says so. Default: a new id.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>What the provider calls the event, where a header or the query says so. Default: nothing.</summary>
    public string? Event { get; init; }

    /// <summary>Other headers; those that the scheme signs must be among them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Which of several schemes signs, counted from 0 in the order of the attributes. Default: the first that uses the kind of key that is given.
    /// </summary>
    public int? Scheme { get; init; }

    /// <summary>
    /// What a provider needs besides the key, by the names of the attribute's properties that lead to the same settings: WeCom's <c>AesKey</c> and
    /// <c>ReceiveId</c>. Default: nothing.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
