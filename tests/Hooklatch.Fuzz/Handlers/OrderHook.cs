using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Fuzz.Handlers;

internal static class OrderHook
{
    [Webhook("/order", Methods = ["POST"])]
    [Unverified("Fuzzed, never served.")]
    public static Task<Order> OnOrder([FromForm] Order order) => Task.FromResult(order);
}
