using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Lifecycle;
using Hooklatch.Routing;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hooklatch.Hosting;

/// <summary>
/// Says, once the server listens, what it serves: of each plugin a table of its webhooks, with methods, path, how they are verified, and whether they can
/// be. <see cref="KeysReport"/> says which secrets are missing.
/// </summary>
internal sealed partial class StartupReport(
    PluginRegistry registry,
    PluginRouteMapper routes,
    WebhookDataSource webhooks,
    EndpointDataSource endpoints,
    HooklatchOptions options,
    IServer server,
    IServiceProvider services,
    IOptions<ForwardedHeadersOptions> forwarded,
    ILogger<StartupReport> logger
) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var baseUrl = BaseUrl();
        ReportForwardedAddresses();
        if (webhooks.IsInGroup)
        {
            // A group with a prefix throws now and stops the host, and not at each request.
            _ = endpoints.Endpoints;
        }

        if (!webhooks.IsMapped && registry.States.Any(plugin => plugin.Webhooks.Count > 0))
        {
            LogNothingMapped(logger);
        }

        var routesOf = routes.BuildAll().ToLookup(route => route.Plugin, route => route.Route, StringComparer.Ordinal);
        foreach (var plugin in registry.States)
        {
            Report(plugin, [.. routesOf[plugin.Info.Key]], baseUrl);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The framework's middleware names senders to everyone else, so that an operator expects it to do so here.</summary>
    private void ReportForwardedAddresses()
    {
        if (options.TrustedProxies.Count == 0 && forwarded.Value.ForwardedHeaders.HasFlag(ForwardedHeaders.XForwardedFor))
        {
            foreach (var webhook in registry.States.SelectMany(plugin => plugin.Webhooks).Where(webhook => webhook.Addresses is not null))
            {
                LogForwardedAddress(logger, webhook.Path);
            }
        }
    }

    private void Report(PluginState plugin, RouteEndpoint[] routes, string baseUrl)
    {
        if (logger.IsEnabled(LogLevel.Information))
        {
            var info = plugin.Info;
            var text = PluginText.Of(plugin, routes, baseUrl, hasConsole: services.GetService<IConsoleAddress>()?.Address is not null);
            LogPlugin(logger, LogText.Safe(info.Key), LogText.Safe(info.Name), plugin.Webhooks.Count, StateOf(info), text);
        }

        // What is missing is looked up in the configuration, and not for nobody.
        if (logger.IsEnabled(LogLevel.Error))
        {
            foreach (var webhook in plugin.Webhooks.Where(webhook => SignedUrl.IsExactForMany(webhook.Plugin, webhook.Template)))
            {
                LogExactForMany(logger, webhook.Plugin.Configuration.Section, SignedUrl.PathOfExact(webhook.Template), webhook.Template);
            }
        }

        if (logger.IsEnabled(LogLevel.Debug))
        {
            ReportEach(plugin, routes, baseUrl);
        }
    }

    /// <summary>One entry for each, with its full URL, for who asks for everything.</summary>
    private void ReportEach(PluginState plugin, RouteEndpoint[] routes, string baseUrl)
    {
        foreach (var webhook in plugin.Webhooks)
        {
            var description = LogText.OneLine(webhook.Sender.Verifier.Description);
            foreach (var path in webhook.OwnPaths.Prepend(webhook.Path))
            {
                LogWebhook(logger, webhook.MethodList, LogText.OneLine(baseUrl + path), description, Readiness.Of(webhook));
            }
        }

        foreach (var route in routes)
        {
            LogRoute(logger, PluginText.MethodsOf(route), LogText.OneLine(baseUrl + route.RoutePattern.RawText));
        }
    }

    private static string StateOf(PluginInfo plugin) =>
        plugin.Status switch
        {
            PluginStatus.Enabled when plugin.RouteErrors.Count > 0 => " (some routes are broken)",
            PluginStatus.Enabled => "",
            PluginStatus.Failed => " (failed)",
            _ => " (disabled)",
        };

    private string BaseUrl() =>
        (
            options.PublicUrl?.AbsoluteUri
            ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
            ?? "http://localhost"
        ).TrimEnd('/');

    [LoggerMessage(
        EventId = LogEvents.Plugin,
        EventName = nameof(LogEvents.Plugin),
        Level = LogLevel.Information,
        Message = "Plugin {Plugin}: {Name}, {Count} webhook(s){State}{Table}"
    )]
    private static partial void LogPlugin(ILogger logger, string plugin, string name, int count, string state, string table);

    [LoggerMessage(
        EventId = LogEvents.Route,
        EventName = nameof(LogEvents.Route),
        Level = LogLevel.Debug,
        Message = "{Methods} {Url} - route of the plugin"
    )]
    private static partial void LogRoute(ILogger logger, string methods, string url);

    [LoggerMessage(
        EventId = LogEvents.NothingMapped,
        EventName = nameof(LogEvents.NothingMapped),
        Level = LogLevel.Error,
        Message = "No webhook is served: AddHooklatch() was called, and MapHooklatch() was not. Call app.MapHooklatch() before app.Run()."
    )]
    private static partial void LogNothingMapped(ILogger logger);

    [LoggerMessage(
        EventId = LogEvents.Webhook,
        EventName = nameof(LogEvents.Webhook),
        Level = LogLevel.Debug,
        Message = "{Methods} {Url} - {Verification} - {Readiness}"
    )]
    private static partial void LogWebhook(ILogger logger, string methods, string url, string verification, string readiness);

    [LoggerMessage(
        EventId = LogEvents.ForwardedAddressIgnored,
        EventName = nameof(LogEvents.ForwardedAddressIgnored),
        Level = LogLevel.Warning,
        Message = "{Path} accepts deliveries from some addresses only, and no proxy is declared: X-Forwarded-For does not count there. Behind a proxy, set Hooklatch:TrustedProxies to its addresses."
    )]
    private static partial void LogForwardedAddress(ILogger logger, string path);

    [LoggerMessage(
        EventId = LogEvents.ExactUrlForMany,
        EventName = nameof(LogEvents.ExactUrlForMany),
        Level = LogLevel.Error,
        Message = "{Section}:{Path} is one URL for an endpoint that has as many as its route parameters have values. Remove it and configure {Section}:PublicUrl: until then {Endpoint} answers 500 to whatever signs its URL."
    )]
    private static partial void LogExactForMany(ILogger logger, string section, string path, string endpoint);
}
