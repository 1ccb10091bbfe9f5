using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Lifecycle;
using Hooklatch.Verification;

namespace Hooklatch.Inbox.Tests.Plugin;

/// <summary>A plugin with one webhook, which is inline and recorded.</summary>
internal sealed class RecordingManifest : PluginManifest
{
    public override string Author => "tests";

    public override string Module => "recording";

    public override void MapWebhooks(WebhookMap map) =>
        map.Add(
            new WebhookEndpoint(
                map.Plugin,
                "/recorded",
                new WebhookSender(new NoVerifier("A test.")),
                new WebhookHandler("Recorded", "Recorded", _ => ValueTask.FromResult(default(WebhookResult))),
                ["POST"]
            )
            {
                Name = "Recorded",
                Record = true,
            }
        );
}
