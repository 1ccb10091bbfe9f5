using Hooklatch.Hosting;
using Hooklatch.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Routing;

/// <summary>One path and the endpoints of its methods.</summary>
internal sealed class WebhookRoute
{
    /// <summary>Methods are few: they are looked through.</summary>
    private readonly (string Method, Endpoint Endpoint)[] _byMethod;
    private readonly Endpoint _otherwise;

    public WebhookRoute(string path, IReadOnlyList<(WebhookHandler Webhook, Endpoint Endpoint)> webhooks, Func<string, Endpoint> refuse)
    {
        Path = path;
        Plugin = webhooks[0].Webhook.Plugin;
        var any = webhooks.FirstOrDefault(entry => entry.Webhook.Methods.Count == 0).Endpoint;
        var taken = webhooks.SelectMany(entry => entry.Webhook.Methods.Select(method => (Method: method, entry.Endpoint))).ToList();
        _otherwise = any ?? refuse(string.Join(", ", taken.Select(entry => entry.Method).Order(StringComparer.Ordinal)));
        // A question of the provider reaches the endpoint whatever methods its handlers take; what is none is 405 there.
        var asked = webhooks.SelectMany(entry =>
            entry.Webhook.Sender.Handshakes.Select(handshake => (handshake.Method, any ?? entry.Endpoint))
        );
        _byMethod = [.. taken.Concat(asked).DistinctBy(entry => entry.Method, StringComparer.Ordinal)];
    }

    public string Path { get; }

    public PluginScope Plugin { get; }

    public Endpoint Find(string method)
    {
        foreach (var (name, endpoint) in _byMethod)
        {
            if (string.Equals(name, method, StringComparison.Ordinal))
            {
                return endpoint;
            }
        }

        return _otherwise;
    }
}
