using System.Collections.Concurrent;
using Hooklatch.Verification;

namespace Hooklatch.Tests.Plugin;

/// <summary>An endpoint of many tenants, each with secrets of its own.</summary>
internal sealed class TenantHooks(HandledDeliveries deliveries)
{
    [Webhook("/hooks/{tenant}", MaxBodySize = 1000)]
    [IdentifiedSignature(SecretSource = typeof(TenantSource))]
    public Task On(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}

/// <summary>Knows the tenants that a test says exist.</summary>
internal sealed class TenantSource(Tenants tenants) : ISecretSource
{
    public ValueTask<IReadOnlyList<string>?> GetSecretsAsync(SecretRequest request, CancellationToken cancellation) =>
        new(tenants.Find((string)request.RouteValues["tenant"]!));
}

/// <summary>The tenants and their secrets, and how often each was asked for.</summary>
public sealed class Tenants
{
    private readonly ConcurrentDictionary<string, int> _asked = new();

    public ConcurrentDictionary<string, string[]> Secrets { get; } = new();

    /// <summary>What looking up a tenant throws, if anything.</summary>
    public Exception? Error { get; set; }

    public int AskedFor(string tenant) => _asked.GetValueOrDefault(tenant);

    public string[]? Find(string tenant)
    {
        _asked.AddOrUpdate(tenant, 1, (_, count) => count + 1);
        return Error is not null ? throw Error : Secrets.GetValueOrDefault(tenant);
    }
}
