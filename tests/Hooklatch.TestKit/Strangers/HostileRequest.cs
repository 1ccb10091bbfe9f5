namespace Hooklatch.TestKit.Strangers;

/// <summary>A request of somebody who has no key, made to be dear: the shape of a genuine one with another body, header or query.</summary>
/// <param name="Name">What is dear about it.</param>
/// <param name="Method">The method.</param>
/// <param name="Query">The query with its question mark, or nothing.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body.</param>
internal sealed record HostileRequest(
    string Name,
    string Method,
    string Query,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    byte[] Body
);
