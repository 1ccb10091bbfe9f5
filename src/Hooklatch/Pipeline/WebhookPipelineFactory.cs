using Hooklatch.Addresses;
using Hooklatch.Bodies;
using Hooklatch.Duplicates;
using Hooklatch.Handshakes;
using Hooklatch.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Pipeline;

/// <summary>Builds the pipeline of each webhook, with its own limits and its own share of the host's budget.</summary>
internal sealed class WebhookPipelineFactory(
    BodyBudget budget,
    HooklatchOptions options,
    DeliveryLedger ledger,
    SecretInstaller installer,
    TimeProvider time,
    ILogger<WebhookPipeline> logger
)
{
    private readonly AddressList _proxies = new(options.TrustedProxies);

    public WebhookPipeline Create(WebhookHandler webhook)
    {
        var limits = new BodyLimits { MaxSize = webhook.MaxBodySize, SpoolDirectory = options.SpoolDirectory };
        var share = budget.CreateShare();
        var reader = new BodyReader(limits, share, time);
        return new WebhookPipeline(
            webhook,
            new WebhookBodies(webhook, limits, share, reader, time, logger),
            new HandshakeGate(webhook, installer),
            new DuplicateGate(webhook, ledger, time),
            _proxies,
            time,
            logger
        );
    }
}
