using Hooklatch.Signing;

namespace Hooklatch.Providers;

/// <summary>
/// The presets of this package by name, for tools that sign without a plugin. Nothing that receives deliveries uses it.
/// </summary>
public static class Ed25519Presets
{
    /// <summary>Each preset by its name, as what makes its attribute: <c>github</c>, <c>standard-webhooks</c>.</summary>
    public static IReadOnlyDictionary<string, Func<ISignable>> All { get; } =
        new Dictionary<string, Func<ISignable>>(StringComparer.OrdinalIgnoreCase)
        {
            ["discord"] = static () => new DiscordSignatureAttribute(),
            ["discord-events"] = static () => new DiscordEventsSignatureAttribute(),
            ["standard-webhooks-ed25519"] = static () => new StandardWebhooksEd25519SignatureAttribute(),
            ["svix-ed25519"] = static () => new SvixEd25519SignatureAttribute(),
            ["tokenio"] = static () => new TokenIoSignatureAttribute(),
        };
}
