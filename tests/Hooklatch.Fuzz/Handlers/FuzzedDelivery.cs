using Hooklatch.Bodies;
using Hooklatch.Configuration;
using Hooklatch.Deliveries;
using Hooklatch.Endpoints;
using Hooklatch.Generated.dev.fuzz;
using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Plugins;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Fuzz.Handlers;

/// <summary>Hands deliveries to the generated handlers, as the pipeline does once they are verified.</summary>
internal static class FuzzedDelivery
{
    private static readonly PluginScope Plugin = new(
        new Manifest(),
        new PluginConfiguration(new ConfigurationBuilder().Build(), "dev", "fuzz")
    );

    private static readonly WebhookEndpoint Push = Of(PushHook_Handlers.Map);
    private static readonly WebhookEndpoint Order = Of(OrderHook_Handlers.Map);

    /// <summary>What comes of a push: a <see cref="Handlers.Push"/>, or what was wrong.</summary>
    public static object? OfPush(byte[] body) =>
        Hand(Push, new(Push.Key, new DefaultHttpContext(), default) { Body = new MemoryBody(body) });

    /// <summary>What comes of an order: an <see cref="Handlers.Order"/>, or what was wrong.</summary>
    public static object? OfOrder(IFormCollection form) => Hand(Order, new(Order.Key, new DefaultHttpContext(), default) { Form = form });

    private static WebhookEndpoint Of(Action<WebhookMap> add)
    {
        var map = new WebhookMap(Plugin);
        add(map);
        return map.ToSortedList().Single();
    }

    // The handlers have nothing to wait for.
    private static object? Hand(WebhookEndpoint webhook, Delivery delivery) =>
        webhook.HandleAsync(delivery).AsTask().GetAwaiter().GetResult().Body;
}
