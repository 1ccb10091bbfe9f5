namespace Hooklatch;

/// <summary>
/// Binds the body of the request as it was received: as text to a <see cref="string"/>, as bytes to an array of <see cref="byte"/> or to
/// <c>ReadOnlyMemory&lt;byte&gt;</c>. The value is the handler's own and may be kept. A body that is not UTF-8 is rejected with 400 where a
/// text is bound; a byte order mark is not part of the text. A request without a body gives an empty value.
/// </summary>
/// <example>
/// <code>
/// [Webhook("/feed"), SharedToken(Header = "X-Token", Secret = nameof(FeedConfig.Token))]
/// public Task Receive([RawBody] string xml) => …
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class RawBodyAttribute : Attribute;
