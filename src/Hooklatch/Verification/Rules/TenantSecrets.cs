using System.ComponentModel;
using Hooklatch.Deliveries;
using Hooklatch.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Verification.Rules;

/// <summary>
/// The keys of the tenants of one endpoint, asked of the plugin's <see cref="ISecretSource"/> and kept for a while. Tenants that nobody
/// knows are kept apart, so that a flood of made-up names does not push out those that exist.
/// </summary>
/// <param name="create">Builds the source for a request.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TenantSecrets(Func<HttpContext, ISecretSource> create)
{
    private const int Capacity = 1024;

    private readonly BoundedCache<Entry> _known = new(Capacity);
    private readonly BoundedCache<Entry> _unknown = new(Capacity);

    /// <summary>The keys of the tenant that a request names, one set per rule.</summary>
    internal async ValueTask<RuleKeys[]> GetAsync(Delivery context, HttpContext http, SignatureRule[] rules)
    {
        var values = http.Request.RouteValues;
        var tenant = string.Join('/', values.Select(value => $"{value.Key}={value.Value}"));
        if ((Find(_known, tenant, context) ?? Find(_unknown, tenant, context)) is { } kept)
        {
            return kept.Keys;
        }

        var request = new SecretRequest(context.Plugin, context.Endpoint, new RouteValueDictionary(values));
        string[] secrets = [.. await create(http).GetSecretsAsync(request, http.RequestAborted) ?? []];
        RuleKeys[] keys = [.. rules.Select(rule => rule.Prepare(secrets) is { IsEmpty: false } own ? own : rule.PrepareNone())];
        var lifetime = http.RequestServices.GetRequiredService<HooklatchOptions>().SecretCacheLifetime;
        (secrets.All(string.IsNullOrWhiteSpace) ? _unknown : _known).Add(tenant, new Entry(keys, context.ReceivedAt + lifetime));
        return keys;
    }

    private static Entry? Find(BoundedCache<Entry> cache, string tenant, Delivery context) =>
        cache.Find(tenant) is { } kept && kept.Until > context.ReceivedAt ? kept : null;

    private sealed record Entry(RuleKeys[] Keys, DateTimeOffset Until);
}
