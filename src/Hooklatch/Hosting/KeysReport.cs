using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Lifecycle;
using Hooklatch.Verification;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Hosting;

/// <summary>
/// Says, once the host has started, which secrets and keys are missing or cannot be read, and after a change of the configuration those that are new. A
/// setting is named by its path, never by its value.
/// </summary>
internal sealed partial class KeysReport(PluginRegistry registry, ILogger<KeysReport> logger) : IHostedLifecycleService, IDisposable
{
    private readonly Lock _lock = new();
    private HashSet<string> _reported = [];
    private bool _isDue;

    /// <summary>Completes when what has changed until now has been looked at.</summary>
    internal Task Reporting { get; private set; } = Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Report();
        foreach (var plugin in registry.States)
        {
            plugin.Scope.Configuration.Changed += OnChange;
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
        foreach (var plugin in registry.States)
        {
            plugin.Scope.Configuration.Changed -= OnChange;
        }
    }

    /// <summary>Others wait for the change, such as a secret that is revoked, so it is looked at beside them, once for all plugins.</summary>
    private void OnChange()
    {
        if (!Interlocked.Exchange(ref _isDue, true))
        {
            Reporting = Task.Run(() =>
            {
                Volatile.Write(ref _isDue, false);
                Report();
            });
        }
    }

    private void Report()
    {
        if (!logger.IsEnabled(LogLevel.Error))
        {
            // What is missing is looked up in the configuration, for nobody.
            return;
        }

        lock (_lock)
        {
            var last = _reported;
            _reported = [];
            var lacking = new MissingSecrets();
            foreach (var webhook in registry.States.SelectMany(plugin => plugin.Webhooks))
            {
                Report(webhook, last, lacking);
            }

            if (lacking.Count > 0)
            {
                LogMissing(logger, lacking.Count, lacking.ToString());
            }
        }
    }

    private void Report(WebhookEndpoint webhook, HashSet<string> last, MissingSecrets lacking)
    {
        var section = webhook.Plugin.Configuration.Section;
        var verifier = webhook.Sender.Verifier;
        var missing = SignedUrl.IsExactForMany(webhook.Plugin, webhook.Template) ? null : verifier.MissingSecret;
        UnreadableKey[] unreadable = [.. verifier.UnreadableKeys];
        foreach (var key in unreadable)
        {
            if (IsNew($"{webhook.Id} {webhook.Path} {key.Path} {key.Entry}", last))
            {
                LogUnreadable(
                    logger,
                    $"{section}:{key.Path}",
                    key.Entry,
                    key.Form,
                    webhook.Template,
                    missing is null ? "verifies with its other keys" : "answers 500 until it is put right"
                );
            }
        }

        // What is there and cannot be read is not missing.
        if (
            missing is not null
            && !missing.Split(", ").Any(path => unreadable.Any(key => key.Path == path))
            && IsNew($"{webhook.Id} {webhook.Path} {missing}", last)
        )
        {
            var paths = missing.Replace(", ", $", {section}:", StringComparison.Ordinal);
            lacking.Add(webhook.Template, $"{section}:{paths}");
            LogLacking(logger, section, paths, webhook.Template);
        }
    }

    /// <summary>What is put right and breaks again is told again.</summary>
    private bool IsNew(string finding, HashSet<string> last) => _reported.Add(finding) && !last.Contains(finding);

    [LoggerMessage(
        EventId = LogEvents.MissingSecret,
        EventName = nameof(LogEvents.MissingSecret),
        Level = LogLevel.Warning,
        Message = "{Count} endpoint(s) answer 500 until a secret is configured: {Endpoints}"
    )]
    private static partial void LogMissing(ILogger logger, int count, string endpoints);

    [LoggerMessage(
        EventId = LogEvents.EndpointLacksSecret,
        EventName = nameof(LogEvents.EndpointLacksSecret),
        Level = LogLevel.Debug,
        Message = "The secret {Section}:{Path} is not configured: {Endpoint} answers 500 until it is."
    )]
    private static partial void LogLacking(ILogger logger, string section, string path, string endpoint);

    [LoggerMessage(
        EventId = LogEvents.SecretUnreadable,
        EventName = nameof(LogEvents.SecretUnreadable),
        Level = LogLevel.Error,
        Message = "The secret {Setting} cannot be read as {Form} (key {Entry} of the setting), so that it verifies nothing: {Endpoint} {Consequence}."
    )]
    private static partial void LogUnreadable(ILogger logger, string setting, int entry, string form, string endpoint, string consequence);
}
