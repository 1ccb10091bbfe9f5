using Hooklatch.Addresses;
using Hooklatch.Bodies;
using Hooklatch.Deliveries;
using Hooklatch.Duplicates;
using Hooklatch.Endpoints.Gates;
using Hooklatch.Handshakes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Endpoints;

/// <summary>Builds the pipeline of each webhook, with its own limits and its own share of the host's budget.</summary>
internal sealed class WebhookPipelineFactory(
    BodyBudget budget,
    HooklatchOptions options,
    DeliveryLedger ledger,
    SecretInstaller installer,
    SpoolStorage spool,
    IDeliveryObserver observer,
    TimeProvider time,
    ILogger<WebhookPipeline> logger,
    IInbox? inbox = null,
    IDeliveryRecorder? recorder = null,
    IHostEnvironment? environment = null
)
{
    private readonly AddressList _proxies = new(options.TrustedProxies);

    public WebhookPipeline Create(WebhookEndpoint webhook) =>
        new(webhook, [.. GatesOf(webhook)], ReplyHeaders.Of(webhook), observer, time, DeliveryRecording.Of(webhook, recorder));

    /// <summary>
    /// The way of a test: verified and bound as any delivery, but neither stored nor remembered, from nobody's address, and never taken for a handshake, which
    /// may install a secret.
    /// </summary>
    /// <param name="webhook">The endpoint.</param>
    /// <param name="observer">Hears how the test ended, in place of the log and the metrics.</param>
    /// <param name="runsHandler">Whether the handler runs.</param>
    public WebhookPipeline CreateTrial(WebhookEndpoint webhook, IDeliveryObserver observer, bool runsHandler) =>
        new(
            webhook,
            [.. GatesOf(webhook, isTrial: true).Where(gate => gate is not (AddressListGate or DuplicateGate))],
            replies: null,
            observer,
            time
        )
        {
            StopsBeforeHandler = !runsHandler,
        };

    /// <summary>The gates of one webhook, in their order.</summary>
    public IEnumerable<Gate> GatesOf(WebhookEndpoint webhook) => GatesOf(webhook, isTrial: false);

    private IEnumerable<Gate> GatesOf(WebhookEndpoint webhook, bool isTrial)
    {
        var limits = new BodyLimits { MaxSize = webhook.MaxBodySize, SpoolDirectory = options.SpoolDirectory };
        var share = budget.CreateShare();
        var refusals = new RefusalReport(webhook, options, environment?.IsDevelopment() is true, time);
        var bodies = new WebhookBodies(webhook, limits, share, new BodyReader(limits, share, time), spool, refusals, time, logger);
        var handshakes =
            !isTrial && webhook.Sender.Handshakes.Count > 0
                ? new EndpointHandshakes(webhook.Key, webhook.Sender, webhook.Methods, installer)
                : null;
        return GateList.Of(
            webhook,
            bodies,
            handshakes,
            new DuplicateGate(webhook, ledger, time),
            isTrial ? null : QueueOf(webhook),
            _proxies,
            refusals
        );
    }

    private QueueGate? QueueOf(WebhookEndpoint webhook) =>
        webhook.Mode is WebhookMode.Inline ? null
        : inbox is not null ? new QueueGate(webhook, inbox)
        // The host does not start like that; a host of tests may be built without being started.
        : throw new InvalidOperationException(
            $"The webhook {webhook.Path} is queued, and the host has no store: reference the package Hooklatch.Sqlite."
        );
}
