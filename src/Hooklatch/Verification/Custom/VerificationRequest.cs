using Hooklatch.Bodies;
using Hooklatch.Signing.Schemes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Verification.Custom;

/// <summary>A request that an <see cref="IRequestVerifier"/> judges. Nothing of it is verified yet.</summary>
public sealed class VerificationRequest
{
    private readonly WebhookBody? _body;

    internal VerificationRequest(HttpContext http, DateTimeOffset receivedAt, WebhookBody? body = null)
    {
        Http = http;
        ReceivedAt = receivedAt;
        _body = body;
    }

    /// <summary>The request. Its body was read already: see <see cref="Body"/>.</summary>
    public HttpContext Http { get; }

    /// <summary>When the request reached Hooklatch, by the host's <see cref="TimeProvider"/>.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>The host's clock.</summary>
    internal TimeProvider Time => Http.RequestServices?.GetService<TimeProvider>() ?? TimeProvider.System;

    /// <summary>
    /// The body exactly as received; empty while only the headers are checked. It is valid while the delivery lasts, and throws
    /// <see cref="ObjectDisposedException"/> afterwards.
    /// </summary>
    public ReadOnlyMemory<byte> Body => _body?.Window ?? default;

    /// <summary>The one value of a header; <see langword="null"/> where there is none, an empty one, or several.</summary>
    public string? Header(string name) => Http.Request.Headers[name] is [{ Length: > 0 } value] ? value : null;

    /// <summary>Whether a header stands more than once, which no security header may.</summary>
    public bool IsRepeated(string name) => Http.Request.Headers[name].Count > 1;

    /// <summary>The one value of a query parameter, decoded; <see langword="null"/> where there is none, an empty one, or several.</summary>
    public string? Query(string name) => Http.Request.Query[name] is [{ Length: > 0 } value] ? value : null;

    /// <summary>The first of some headers that <see cref="Header"/> does not find.</summary>
    internal string? FirstMissing(IEnumerable<string> headers) => headers.FirstOrDefault(name => Header(name) is null);

    /// <summary>The first of some query parameters that <see cref="Query"/> does not find, for people.</summary>
    internal string? FirstMissingQuery(IEnumerable<string> names) =>
        names.FirstOrDefault(name => Query(name) is null) is { } missing ? SignatureScheme.NameOfQuery(missing) : null;

    /// <summary>Whether a query parameter stands more than once, which none may on which a signature rests.</summary>
    public bool IsQueryRepeated(string name) => Http.Request.Query[name].Count > 1;
}
