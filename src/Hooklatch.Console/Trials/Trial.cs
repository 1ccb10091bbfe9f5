using Hooklatch.Console.Overview;
using Hooklatch.Endpoints;
using Hooklatch.Verification;

namespace Hooklatch.Console.Trials;

/// <summary>Whether a test can be sent to a webhook.</summary>
internal static class Trial
{
    /// <summary>Why no test can be sent, as a sentence; <see langword="null"/> where one can.</summary>
    public static string? ObstacleOf(WebhookEndpoint webhook) => ObstacleOf(webhook, webhook.Sender.Verifier.SigningOf(webhook.Sender));

    /// <summary>The same, where it is known how a request is signed.</summary>
    public static string? ObstacleOf(WebhookEndpoint webhook, SenderSigning signing) =>
        signing.Obstacle
        ?? (
            WebhookReader.MissingSettingOf(webhook) is { } missing ? $"Configure {missing} first."
            : signing is { Signer: not null, KeyPath: null } ? "No setting of its secret is named, so that there is nothing to sign with."
            : !webhook.Plugin.IsServed ? "The plugin is not served: enable it first."
            : null
        );
}
