using Hooklatch.Binding.Tests.Http;

namespace Hooklatch.Binding.Tests.Differential;

/// <summary>Bodies that are handed to the author as they are.</summary>
internal static class BodyCases
{
    private static readonly byte[] Large = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 31))];

    public static IEnumerable<Case> All() =>
        from endpoint in new[] { "stream", "pipe", "request", "ignored" }
        from body in Bodies($"/body/{endpoint}")
        // Where nobody reads the body, an answer and the sender's leaving race.
        where endpoint != "ignored" || body.Request.Missing == 0
        select new Case($"body/{endpoint} {body.Name}", body.Request);

    private static IEnumerable<(string Name, Request Request)> Bodies(string target) =>
        [
            ("text", Request.WithBody(target, "text/plain", "text")),
            ("without a type", Request.WithBody(target, null, "text")),
            ("json", Request.WithBody(target, "application/json", "{}")),
            ("form", Request.WithBody(target, "application/x-www-form-urlencoded", "text=form")),
            ("malformed json", Request.WithBody(target, "application/json", "{")),
            ("in latin1", Request.WithBody(target, "text/plain; charset=iso-8859-1", "text")),
            ("of no type at all", Request.WithBody(target, "?", "text")),
            ("none", new Request { Target = target }),
            ("empty", Request.WithBody(target, null, "")),
            ("chunked", Request.WithBody(target, null, "chunked") with { IsChunked = true }),
            ("large", Request.WithBody(target, null, Large)),
            ("large and chunked", Request.WithBody(target, null, Large[..9_000]) with { IsChunked = true }),
            ("truncated", Request.WithBody(target, null, "truncated") with { Missing = 3 }),
            ("truncated chunks", Request.WithBody(target, null, "truncated") with { IsChunked = true, Missing = 3 }),
            ("gzip", Request.WithBody(target, null, "text").WithHeader("Content-Encoding", "gzip")),
        ];
}
