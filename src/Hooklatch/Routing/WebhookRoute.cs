using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Routing;

/// <summary>One path and the webhooks on it. Which of them takes which method is worked out for the first request.</summary>
internal sealed class WebhookRoute(MappedWebhook first)
{
    private MappedWebhook[] _others = [];
    private volatile MethodTable? _methods;

    /// <summary>Whether the plugin is served.</summary>
    public bool IsServed => first.Webhook.Plugin.IsServed;

    /// <summary>Adds a webhook for other methods, before the first request.</summary>
    public void Add(MappedWebhook webhook) => _others = [.. _others, webhook];

    public Endpoint Find(string method) => (_methods ??= new MethodTable([first, .. _others])).Find(method);

    private sealed class MethodTable
    {
        /// <summary>Methods are few: they are looked through.</summary>
        private readonly (string Method, MappedWebhook Webhook)[] _byMethod;
        private readonly MappedWebhook? _any;
        private readonly Endpoint _rejection;

        public MethodTable(MappedWebhook[] webhooks)
        {
            _any = webhooks.FirstOrDefault(webhook => webhook.Webhook.Methods.Count == 0);
            var taken = webhooks.SelectMany(webhook => webhook.Webhook.Methods.Select(method => (Method: method, webhook))).ToList();
            _rejection = RejectionEndpoint.Create(Rejection.MethodNotAllowed(taken.Select(entry => entry.Method)));
            // A handshake of the provider reaches the endpoint whatever methods its handlers take; what is none is 405 there.
            var asked = webhooks.SelectMany(webhook =>
                webhook.Webhook.Sender.Handshakes.Select(handshake => (handshake.Method, _any ?? webhook))
            );
            _byMethod = [.. taken.Concat(asked).DistinctBy(entry => entry.Method, StringComparer.Ordinal)];
        }

        public Endpoint Find(string method)
        {
            foreach (var (name, webhook) in _byMethod)
            {
                if (string.Equals(name, method, StringComparison.Ordinal))
                {
                    return webhook.Endpoint;
                }
            }

            return _any?.Endpoint ?? _rejection;
        }
    }
}
