using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

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
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly BoundedCache<Entry> _known = new(Capacity);
    private readonly BoundedCache<Entry> _unknown = new(Capacity);

    /// <summary>The keys of the tenant that a request names, one set per rule.</summary>
    internal async ValueTask<RuleKeys[]> GetAsync(WebhookContext context, HttpContext http, SignatureRule[] rules)
    {
        var values = http.Request.RouteValues;
        var tenant = string.Join('/', values.Select(value => $"{value.Key}={value.Value}"));
        if ((_known.Find(tenant) ?? _unknown.Find(tenant)) is { } kept && kept.Until > context.ReceivedAt)
        {
            return kept.Keys;
        }

        var request = new SecretRequest(context.Plugin, context.Endpoint, new RouteValueDictionary(values));
        var secrets = await create(http).GetSecretsAsync(request, http.RequestAborted) ?? [];
        string[] usable = [.. secrets.Where(secret => !string.IsNullOrWhiteSpace(secret))];
        RuleKeys[] keys = [.. rules.Select(rule => rule.Prepare(usable) is { IsEmpty: false } own ? own : rule.PrepareNone())];
        (usable.Length > 0 ? _known : _unknown).Add(tenant, new Entry(keys, context.ReceivedAt + Lifetime));
        return keys;
    }

    private sealed record Entry(RuleKeys[] Keys, DateTimeOffset Until);
}
