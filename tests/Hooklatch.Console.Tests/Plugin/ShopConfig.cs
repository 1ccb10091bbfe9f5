using Hooklatch;

[assembly: Plugin("acme", "shop", Name = "<script>alert(1)</script>", Description = "Sells \"things\" & <b>more</b>.")]

namespace Hooklatch.Console.Tests.Plugin;

/// <summary>The settings of the plugin that the tests are.</summary>
[PluginConfig]
internal sealed class ShopConfig
{
    /// <summary>What GitHub signs with.</summary>
    [Secret]
    public IReadOnlyList<string> GitHubSecrets { get; init; } = [];

    /// <summary>What Stripe signs with.</summary>
    [Secret]
    public string? StripeSecret { get; init; }

    /// <summary>The token of the shop.</summary>
    [Secret]
    public string? Token { get; init; }

    /// <summary>SendGrid's public key.</summary>
    public string? MailKey { get; init; }

    /// <summary>How the shop greets.</summary>
    public string Greeting { get; init; } = "Hello";

    /// <summary>No attribute says that it is a secret, but its name does.</summary>
    public string? ApiPassword { get; init; }
}
