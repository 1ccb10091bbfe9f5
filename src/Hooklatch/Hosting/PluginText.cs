using System.Globalization;
using System.Text;
using Hooklatch.Http;
using Hooklatch.Lifecycle;
using Hooklatch.Routing;
using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Hosting;

/// <summary>What the start-up report says of one plugin after its name: where it is served, and a table of its webhooks and one of its routes.</summary>
internal sealed class PluginText
{
    /// <summary>What shows every webhook and route of every plugin.</summary>
    private const string Everything = $"--Logging:LogLevel:{nameof(Hooklatch)}.{nameof(Hosting)}.{nameof(StartupReport)}=Debug";

    private readonly StringBuilder _text = new();
    private readonly string _baseUrl;
    private readonly string _lists;

    private PluginText(string baseUrl, bool hasConsole)
    {
        _baseUrl = baseUrl;
        _lists = hasConsole ? $"The console lists them, and so does {Everything}." : $"{Everything} lists them.";
    }

    /// <param name="plugin">The plugin.</param>
    /// <param name="routes">Its routes.</param>
    /// <param name="baseUrl">Where the host is served, without a slash at its end.</param>
    /// <param name="hasConsole">Whether the console shows what is left out here.</param>
    /// <returns>The rest of the plugin's own line, and lines that each begin with a line break.</returns>
    public static string Of(PluginState plugin, RouteEndpoint[] routes, string baseUrl, bool hasConsole)
    {
        var text = new PluginText(baseUrl, hasConsole);
        text.AppendWebhooks(plugin);
        text.AppendRoutes(PluginRoutes.PrefixOf(plugin.Scope.Key), routes);
        return text._text.ToString();
    }

    /// <summary>The methods of a route for people: <c>GET,POST</c>, or <c>ANY</c>.</summary>
    public static string MethodsOf(RouteEndpoint route)
    {
        var methods = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];
        return methods.Count == 0 ? "ANY" : string.Join(',', methods);
    }

    private void AppendWebhooks(PluginState plugin)
    {
        if (plugin.Webhooks is not [var first, ..])
        {
            return;
        }

        var table = new PluginTable();
        var states = new List<string>(plugin.Webhooks.Count);
        foreach (var webhook in plugin.Webhooks)
        {
            var (verification, state) = (webhook.Sender.Verifier.Description, Readiness.Of(webhook));
            states.Add(state);
            table.Add(webhook.MethodList, webhook.Template, verification, state);
            foreach (var path in webhook.OwnPaths)
            {
                // It is not below the plugin's URL.
                table.Add(webhook.MethodList, _baseUrl + path, verification, state);
            }
        }

        _text.Append(" at ").Append(LogText.OneLine(_baseUrl + WebhookPath.Of(first.Plugin.Prefix, first.Plugin.Key, "")));
        Append(table, $"{Number(states.Count)} webhooks: {Summary(states)}. {_lists}");
    }

    private void AppendRoutes(string prefix, RouteEndpoint[] routes)
    {
        if (routes is [])
        {
            return;
        }

        var table = new PluginTable();
        foreach (var route in routes)
        {
            var path = route.RoutePattern.RawText ?? "";
            var isBelow = path.StartsWith(prefix + "/", StringComparison.Ordinal);
            table.Add(MethodsOf(route), isBelow ? path[prefix.Length..] : _baseUrl + path);
        }

        AppendLine($"{Number(routes.Length)} route(s) at {LogText.OneLine(_baseUrl + prefix)}");
        Append(table, _lists);
    }

    /// <summary>A table that fills more than a screen hides what is wrong, and what came before it.</summary>
    private void Append(PluginTable table, string summary)
    {
        if (table.IsLong)
        {
            AppendLine(summary);
        }
        else
        {
            table.AppendTo(_text);
        }
    }

    private void AppendLine(string line) => _text.Append(Environment.NewLine).Append("  ").Append(line);

    private static string Summary(List<string> states)
    {
        (string State, string Text)[] known =
        [
            (Readiness.Ready, "ready"),
            (Readiness.NeedsSecret, "lack a secret"),
            (Readiness.NeedsUrl, "lack a public URL"),
        ];
        var counts = known.Select(each => (Count: states.Count(state => state == each.State), each.Text));
        return string.Join(", ", counts.Where(each => each.Count > 0).Select(each => $"{Number(each.Count)} {each.Text}"));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
