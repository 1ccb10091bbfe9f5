using Hooklatch.Http;
using Hooklatch.Plugins;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Routing;

/// <summary>
/// The webhooks of one plugin by their endpoints, or those of all plugins by the paths that the host gave them: nothing is made of them before a request
/// comes.
/// </summary>
/// <param name="plugin">The plugin; <see langword="null"/> for all.</param>
internal sealed class PluginRouteTable(PluginScope? plugin)
{
    // A frozen one would be read a little faster, and takes far longer to make.
    private readonly Dictionary<string, WebhookRoute> _literals = new(StringComparer.Ordinal);
    private readonly List<(RouteTemplate Template, WebhookRoute Route)> _templates = [];

    public bool IsServed => plugin?.IsServed is not false;

    /// <summary>Adds a webhook, before the first request.</summary>
    public void Add(MappedWebhook webhook) => Add(webhook, webhook.OwnPath ?? webhook.Webhook.Template);

    private void Add(MappedWebhook webhook, string endpoint)
    {
        if (RouteTemplate.HasParameters(endpoint))
        {
            AddTemplate(endpoint, webhook);
        }
        else if (!_literals.TryAdd(endpoint, new WebhookRoute(webhook)))
        {
            _literals[endpoint].Add(webhook);
        }
    }

    /// <summary>The route of an endpoint; <see langword="null"/> where there is none.</summary>
    /// <param name="endpoint">The endpoint as the sender wrote it.</param>
    /// <param name="values">The values of its parameters, if it has any.</param>
    public WebhookRoute? Find(ReadOnlySpan<char> endpoint, out RouteValueDictionary? values)
    {
        values = null;
        if (_literals.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(endpoint, out var route))
        {
            return route;
        }

        foreach (var (template, templated) in _templates)
        {
            if (template.TryMatch(endpoint, out values))
            {
                return templated;
            }
        }

        return null;
    }

    private void AddTemplate(string endpoint, MappedWebhook webhook)
    {
        var template = new RouteTemplate(endpoint);
        var same = _templates.FindIndex(entry => entry.Template.Shape == template.Shape);
        if (same >= 0)
        {
            _templates[same].Route.Add(webhook);
            return;
        }

        // Literal segments first: the more exact template is tried before the more general one.
        var behind = _templates.FindIndex(entry => string.CompareOrdinal(entry.Template.Precedence, template.Precedence) > 0);
        _templates.Insert(behind < 0 ? _templates.Count : behind, (template, new WebhookRoute(webhook)));
    }
}
