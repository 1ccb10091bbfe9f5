using System.Collections.Frozen;
using Hooklatch.Deliveries;
using Hooklatch.Lifecycle;
using Hooklatch.Management;

namespace Hooklatch.Console.Activity;

/// <summary>
/// Counts what comes to each endpoint of the host. There are as many counters as the host has endpoints, whatever strangers send: see
/// <see cref="EndpointActivity"/> for their size.
/// </summary>
internal sealed class ActivityCounters(PluginRegistry registry, DepthHistory depths, TimeProvider time) : IDeliveryListener
{
    private readonly ReasonNames _reasons = new();
    private FrozenDictionary<EndpointKey, EndpointActivity>? _endpoints;

    /// <summary>By the object that each delivery of an endpoint has: no text is compared.</summary>
    private FrozenDictionary<EndpointKey, EndpointActivity> Endpoints => Volatile.Read(ref _endpoints) ?? Build();

    public void End(Delivery delivery, in DeliveryEnd end)
    {
        if (Endpoints.TryGetValue(delivery.Key, out var endpoint))
        {
            endpoint.Count(delivery.ReceivedAt, end);
        }
    }

    /// <summary>What came in during the last hour.</summary>
    /// <param name="plugin">The plugin; <see langword="null"/> for all.</param>
    /// <param name="endpoint">The endpoint as declared; <see langword="null"/> for all.</param>
    public ActivityView Read(string? plugin = null, string? endpoint = null)
    {
        var lastMinute = time.GetUtcNow().UtcTicks / TimeSpan.TicksPerMinute;
        var firstMinute = lastMinute - EndpointActivity.Steps + 1;
        var (depth, age) = depths.Read(firstMinute, plugin, endpoint);
        var sum = new ActivitySum(new DateTimeOffset(firstMinute * TimeSpan.TicksPerMinute, TimeSpan.Zero), _reasons)
        {
            Depth = depth,
            AgeSeconds = age,
        };
        foreach (var (key, activity) in Endpoints)
        {
            if ((plugin is null || key.Plugin.Key == plugin) && (endpoint is null || key.Template == endpoint))
            {
                activity.AddTo(sum, lastMinute);
                sum.AddLast(activity.LastAt);
            }
        }

        return sum.ToView();
    }

    /// <summary>Which endpoints there are is decided when the host is built. Of two tables that are built at once, one is taken by everybody.</summary>
    private FrozenDictionary<EndpointKey, EndpointActivity> Build()
    {
        var built = registry
            .States.SelectMany(plugin => plugin.Webhooks)
            .ToFrozenDictionary(
                webhook => webhook.Key,
                _ => new EndpointActivity(_reasons),
                (IEqualityComparer<EndpointKey>)ReferenceEqualityComparer.Instance
            );
        return Interlocked.CompareExchange(ref _endpoints, built, null) ?? built;
    }
}
