using System.Net;
using Hooklatch.Addresses;
using Hooklatch.Bodies;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Endpoints;

/// <summary>
/// Explains refused deliveries of one endpoint: in Development, or while the host's setting says so; one within a second, whatever a stranger sends.
/// </summary>
/// <param name="webhook">The endpoint.</param>
/// <param name="options">The host's options, which are read with every refusal.</param>
/// <param name="isDevelopment">Whether the host runs in Development.</param>
/// <param name="time">The host's clock.</param>
internal sealed class RefusalReport(WebhookEndpoint webhook, HooklatchOptions options, bool isDevelopment, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly string _name = webhook.Plugin.Key + webhook.Template;
    private readonly Lock _lock = new();
    private long? _last;

    /// <summary>Explains a refusal, if it is one of a sender that could not be verified and its turn.</summary>
    /// <param name="rejected">Why the delivery is refused.</param>
    /// <param name="delivery">The delivery, which takes the explanation.</param>
    /// <param name="http">The request.</param>
    /// <param name="body">The body, which is not verified; <see langword="null"/> where the headers were enough.</param>
    public void Explain(Rejection rejected, Delivery delivery, HttpContext http, WebhookBody? body)
    {
        if (!rejected.IsUnverified || !IsOn(delivery.ReceivedAt) || !IsItsTurn())
        {
            return;
        }

#pragma warning disable CA1031 // The delivery is refused already: what goes wrong in explaining it must not change the answer.
        try
        {
            delivery.Explanation = webhook.Sender.Verifier.Explain(delivery, http, body);
        }
        catch (Exception)
#pragma warning restore CA1031
        {
            delivery.Explanation = null;
        }
    }

    /// <summary>The answer with the explanation, where whoever asks sits at the same machine in Development.</summary>
    public Rejection Attach(Rejection answer, Delivery delivery, HttpContext http) =>
        isDevelopment && delivery.Explanation is { } explanation && IsFromThisMachine(http)
            ? answer.Explained(explanation.ToJson())
            : answer;

    private bool IsOn(DateTimeOffset now) => isDevelopment || (options.ExplainRefusals.TryGetValue(_name, out var until) && now < until);

    private bool IsItsTurn()
    {
        lock (_lock)
        {
            if (_last is { } last && time.GetElapsedTime(last) < Interval)
            {
                return false;
            }

            _last = time.GetTimestamp();
            return true;
        }
    }

    /// <summary>
    /// Whether the connection comes from this machine and nothing says that somebody else's request came through it. A tunnel or a proxy in front of a
    /// developer's machine makes every stranger look local; those that say so are believed.
    /// </summary>
    private static bool IsFromThisMachine(HttpContext http)
    {
        var headers = http.Request.Headers;
        var received = http.Features.Get<ReceivedPeer>();
        return IsLoopback(http.Connection.RemoteIpAddress)
            && (received is null || IsLoopback(received.Address))
            && received?.IsReplacedIn(headers) is not true
            && !headers.Keys.Any(IsOfProxy);
    }

    /// <summary>A connection without an address, such as a Unix socket, is a proxy's.</summary>
    private static bool IsLoopback(IPAddress? peer) => peer is not null && IPAddress.IsLoopback(peer);

    private static bool IsOfProxy(string header) =>
        header.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase)
        || header.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Forwarded", StringComparison.OrdinalIgnoreCase)
        || header.Equals("Via", StringComparison.OrdinalIgnoreCase)
        || header.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase);
}
