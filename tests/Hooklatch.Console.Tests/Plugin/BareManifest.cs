using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Lifecycle;
using Hooklatch.Verification;

namespace Hooklatch.Console.Tests.Plugin;

/// <summary>A plugin that needs no store.</summary>
internal sealed class BareManifest : PluginManifest
{
    public const string Plugin = "acme.bare";

    public override string Author => "acme";

    public override string Module => "bare";

    public override void MapWebhooks(WebhookMap map) =>
        map.Add(
            new WebhookEndpoint(
                map.Plugin,
                "/bare",
                new WebhookSender(new NoVerifier("A test.")),
                new WebhookHandler("Bare", "Bare", _ => ValueTask.FromResult(WebhookResult.Empty())),
                ["POST"]
            )
            {
                Name = "Bare",
            }
        );
}
