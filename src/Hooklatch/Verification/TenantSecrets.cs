using System.ComponentModel;
using Hooklatch.Deliveries;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Hooklatch.Signing.Schemes;
using Hooklatch.Verification.Lookups;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Verification;

/// <summary>
/// The keys of the tenants of one endpoint, asked of the plugin's <see cref="ISecretSource"/> and kept for a while. Anyone may name any tenant, so
/// what is asked is bounded, and tenants that exist are kept apart from those that do not.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class TenantSecrets
{
    private readonly Func<IServiceProvider, ISecretSource> _create;
    private readonly Lazy<Host> _host;
    private readonly LogThrottle _failures = new();
    private readonly LogThrottle _unreadable = new();

    /// <param name="plugin">The plugin whose source is asked.</param>
    /// <param name="create">Builds the source with the services of one lookup.</param>
    public TenantSecrets(PluginScope plugin, Func<IServiceProvider, ISecretSource> create)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        ArgumentNullException.ThrowIfNull(create);
        _create = create;
        _host = new(() => Host.Of(plugin.Services ?? throw new InvalidOperationException("Only in a host have tenants secrets.")));
    }

    /// <summary>The keys of the tenant that a request names, one set per scheme.</summary>
    /// <returns>The keys; <see langword="null"/> where the source says nothing, or too many wait for it.</returns>
    internal ValueTask<SchemeKeys[]?> FindAsync(Delivery context, HttpContext http, KeyedScheme[] schemes) =>
        FindAsync<SchemeKeys[]>(context, http, secrets => Prepare(context, secrets, schemes));

    /// <summary>What the secrets of the tenant that a request names are as keys.</summary>
    /// <typeparam name="T">What they are; the same at each call, since it is kept.</typeparam>
    /// <param name="context">The delivery.</param>
    /// <param name="http">The request.</param>
    /// <param name="prepare">Makes the secrets ready, also where there are none.</param>
    /// <returns>The keys; <see langword="null"/> where the source says nothing, or too many wait for it.</returns>
    internal async ValueTask<T?> FindAsync<T>(Delivery context, HttpContext http, Func<string[], T> prepare)
        where T : class
    {
        var host = _host.Value;
        var values = http.Request.RouteValues;
        var name = TenantName.Of(values);
        if (host.Cache.TryGet(name, context.ReceivedAt, out var known))
        {
            return (T?)known.Keys;
        }

        var request = new SecretRequest(context.Plugin, context.Endpoint, new RouteValueDictionary(values));
        var answer = await host.Cache.LookUpAsync(
            name,
            context.ReceivedAt,
            host.Time,
            token => new(Detached.RunAsync(() => AskAsync(host, request, prepare, token))),
            http.RequestAborted
        );
        return (T?)answer.Keys;
    }

    /// <summary>Asks the source. Whatever it throws, and that it is silent, is no answer: nobody is taken for a tenant that does not exist.</summary>
    private async Task<TenantKeys> AskAsync(
        Host host,
        SecretRequest request,
        Func<string[], object> prepare,
        CancellationToken cancellation
    )
    {
        var isReported = false;
        await using var late = cancellation.Register(() => ReportOnce(null));
        try
        {
            // Of the host, not of a request: many may wait for the answer, and each may leave.
            await using var scope = host.Scopes.CreateAsyncScope();
            string[] secrets = [.. await _create(scope.ServiceProvider).GetSecretsAsync(request, cancellation) ?? []];
            return new TenantKeys(prepare(secrets), IsFound: !secrets.All(string.IsNullOrWhiteSpace));
        }
#pragma warning disable CA1031 // The boundary: whatever a source throws, the delivery is rejected and nothing else fails.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // What it throws for being told to stop says less than that its time was up.
            ReportOnce(cancellation.IsCancellationRequested ? null : exception);
            return TenantKeys.Unavailable;
        }

        void ReportOnce(Exception? failure)
        {
            if (!Interlocked.Exchange(ref isReported, true) && _failures.ShouldLog(host.Time, out var since))
            {
                failure ??= new TimeoutException("The source did not answer in time.");
                LogFailed(host.Logger, failure, request.Plugin, request.Endpoint, since);
            }
        }
    }

    private SchemeKeys[] Prepare(Delivery context, string[] secrets, KeyedScheme[] schemes)
    {
        SchemeKeys[] keys = [.. schemes.Select(keyed => keyed.Scheme.Prepare(secrets))];
        ReportUnreadable(_host.Value, context.Plugin, context.Endpoint, UnreadableKey.In(schemes, keys));
        return [.. keys.Select((own, i) => own.IsEmpty ? schemes[i].None : own)];
    }

    /// <summary>The tenant is not named: who sends the request chose its name.</summary>
    private void ReportUnreadable(Host host, string plugin, string endpoint, IEnumerable<UnreadableKey> unreadable)
    {
        if (unreadable.FirstOrDefault() is { } key && _unreadable.ShouldLog(host.Time, out var since))
        {
            LogUnreadable(host.Logger, plugin, endpoint, key.Entry, key.Form, since);
        }
    }

    [LoggerMessage(
        EventId = LogEvents.TenantSecretUnreadable,
        EventName = nameof(LogEvents.TenantSecretUnreadable),
        Level = LogLevel.Error,
        Message = "The source of the tenants' secrets of {Plugin}{Endpoint} gave a secret that cannot be read as {Form} (secret {Entry} of a tenant), so that it verifies nothing. It gave {Since} others since this was logged last."
    )]
    private static partial void LogUnreadable(ILogger logger, string plugin, string endpoint, int entry, string form, int since);

    [LoggerMessage(
        EventId = LogEvents.SecretSourceFailed,
        EventName = nameof(LogEvents.SecretSourceFailed),
        Level = LogLevel.Error,
        Message = "The source of the tenants' secrets of {Plugin}{Endpoint} failed, so that deliveries are answered 503. It failed {Since} times since this was logged last."
    )]
    private static partial void LogFailed(ILogger logger, Exception failure, string plugin, string endpoint, int since);

    /// <summary>What is needed of the host, which is there once requests are.</summary>
    private sealed record Host(LookupCache<TenantKeys> Cache, IServiceScopeFactory Scopes, TimeProvider Time, ILogger Logger)
    {
        public static Host Of(IServiceProvider services) =>
            new(
                new LookupCache<TenantKeys>(CacheOptionsOf(services.GetRequiredService<HooklatchOptions>().SecretCacheDuration)),
                services.GetRequiredService<IServiceScopeFactory>(),
                services.GetRequiredService<TimeProvider>(),
                services.GetRequiredService<ILogger<TenantSecrets>>()
            );

        /// <summary>No secret is good for longer than it is kept, whether its source answers or not.</summary>
        private static LookupCacheOptions CacheOptionsOf(TimeSpan lifetime) =>
            new()
            {
                Lifetime = lifetime,
                MaxLifetime = lifetime,
                NotFoundLifetime = lifetime,
                IsProvenByFinding = true,
                MaxEntries = 1024,
                MaxConcurrency = 16,
                MaxQueued = 256,
                MaxProvenConcurrency = 16,
            };
    }
}
