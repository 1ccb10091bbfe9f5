namespace Hooklatch.Cli.Verifying;

/// <summary>A request as <c>listen --json</c> prints it.</summary>
internal sealed record CapturedJson
{
    /// <summary>When it arrived.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query as they stand in the request line.</summary>
    public required string Target { get; init; }

    /// <summary>The headers in their order: pairs of name and value.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Headers { get; init; } = [];

    /// <summary>The exact body as base64.</summary>
    public required string Body { get; init; }

    /// <summary>The file that holds it, where it was saved.</summary>
    public string? File { get; init; }

    /// <summary>The same as a request.</summary>
    public CapturedRequest ToRequest() =>
        new()
        {
            ReceivedAt = ReceivedAt,
            Method = Method,
            Target = Target,
            Headers = [.. (Headers ?? []).Where(pair => pair.Count == 2).Select(pair => KeyValuePair.Create(pair[0], pair[1]))],
            Body = Convert.FromBase64String(Body),
        };

    /// <summary>A request for scripts.</summary>
    public static CapturedJson Of(CapturedRequest request, string? file) =>
        new()
        {
            ReceivedAt = request.ReceivedAt,
            Method = request.Method,
            Target = request.Target,
            Headers = [.. request.Headers.Select(header => (IReadOnlyList<string>)[header.Key, header.Value])],
            Body = Convert.ToBase64String(request.Body.Span),
            File = file,
        };
}
