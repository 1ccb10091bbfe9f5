namespace Hooklatch.Http;

/// <summary>An answer whose bytes are known.</summary>
internal sealed record FixedAnswer(string? ContentType, ReadOnlyMemory<byte> Body);
