using Hooklatch.Endpoints;
using Hooklatch.Management;
using Hooklatch.Verification;
using Hooklatch.Verification.Custom;

namespace Hooklatch.Console.Overview;

/// <summary>Says how a provider is set up to send to a webhook: in its own words, or in general.</summary>
internal static class SetupText
{
    /// <summary>The steps for one webhook.</summary>
    /// <param name="webhook">The webhook.</param>
    /// <param name="url">Its full URL.</param>
    public static SetupView Of(WebhookEndpoint webhook, string url)
    {
        var setup = webhook.Sender.Setup;
        var setting = SettingOf(webhook) ?? "the setting of the secret";
        return new SetupView
        {
            Link = setup?.Link,
            Steps =
            [
                .. (setup?.Steps ?? General(webhook)).Select(step =>
                    step.Replace("{url}", url, StringComparison.Ordinal).Replace("{setting}", setting, StringComparison.Ordinal)
                ),
            ],
        };
    }

    /// <summary>Where the secret of a webhook is configured: the full path.</summary>
    public static string? SettingOf(WebhookEndpoint webhook)
    {
        var verifier = webhook.Sender.Verifier;
        var own = verifier is CodeVerifier { Attribute: { } attribute } ? attribute.Secret ?? attribute.PublicKey : null;
        return own is not null ? $"{webhook.Plugin.Configuration.Section}:{own}"
            : verifier.Recall(0, null, null).Setting is { } recalled ? recalled
            : WebhookReader.MissingSettingOf(webhook);
    }

    private static string[] General(WebhookEndpoint webhook)
    {
        const string Paste = "Paste {url} where the sender asks for the address of its webhook.";
        const string Secret = "Configure its secret as {setting}, the same on both sides.";
        return webhook.Sender.Verifier switch
        {
            NoVerifier => [Paste, "Nothing proves who sends: whoever knows the address can."],
            SharedTokenVerifier { CredentialHeaders: [var header] } =>
            [
                Paste,
                "Make up a long random token, and configure it as {setting}.",
                $"Have the sender send the same token in the header {header}.",
            ],
            SharedTokenVerifier { CredentialQuery: { } query } =>
            [
                "Make up a long random token, and configure it as {setting}.",
                $"Paste {{url}}?{query}=, followed by the token, where the sender asks for the address of its webhook.",
            ],
            var verifier => [Paste, Secret, $"The sender signs each delivery: {verifier.Description}."],
        };
    }
}
