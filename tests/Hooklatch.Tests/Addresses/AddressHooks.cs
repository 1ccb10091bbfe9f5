using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Addresses;

/// <summary>Endpoints that take deliveries from some addresses only.</summary>
[AllowFrom("192.0.2.0/24", "198.51.100.77", "2001:db8:1::/48", "203.0.113.9/30")]
internal static class AddressHooks
{
    [Webhook("/from/declared")]
    public static Task Declared() => Task.CompletedTask;

    [Webhook("/from/configured")]
    [AllowFrom(Configuration = nameof(GateConfig.Networks))]
    public static Task Configured() => Task.CompletedTask;

    [Webhook("/from/signed")]
    [GitHubSignature(Secret = nameof(GateConfig.Keys))]
    public static Task Signed() => Task.CompletedTask;
}
