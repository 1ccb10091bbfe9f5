using Hooklatch.Hosting;
using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Routing;

/// <summary>One path and the endpoints of its methods.</summary>
internal sealed class WebhookRoute
{
    private readonly Dictionary<string, Endpoint> _byMethod = new(StringComparer.Ordinal);
    private readonly Endpoint _otherwise;

    public WebhookRoute(string path, IReadOnlyList<(WebhookHandler Webhook, Endpoint Endpoint)> webhooks, Func<Rejection, Endpoint> refuse)
    {
        Path = path;
        Plugin = webhooks[0].Webhook.Plugin;
        Endpoint? any = null;
        foreach (var (webhook, endpoint) in webhooks)
        {
            if (webhook.Methods.Count == 0)
            {
                any = endpoint;
            }

            foreach (var method in webhook.Methods)
            {
                _byMethod.Add(method, endpoint);
            }
        }

        var allow = string.Join(", ", _byMethod.Keys.Order(StringComparer.Ordinal));
        foreach (var (webhook, endpoint) in webhooks)
        {
            foreach (var handshake in webhook.Sender.Handshakes)
            {
                // A question of the provider reaches the endpoint whatever methods its handlers take; what is none is 405 there.
                _byMethod.TryAdd(handshake.Method, any ?? endpoint);
            }
        }

        _otherwise = any ?? refuse(Rejection.MethodNotAllowed(allow));
    }

    public string Path { get; }

    public PluginScope Plugin { get; }

    public Endpoint Find(string method) => _byMethod.GetValueOrDefault(method, _otherwise);
}
