using Hooklatch.Bodies;
using Hooklatch.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Pipeline;

/// <summary>Builds the pipeline of each webhook, with its own limits and its own share of the host's budget.</summary>
internal sealed class WebhookPipelineFactory(
    BodyBudget budget,
    HooklatchOptions options,
    TimeProvider time,
    ILogger<WebhookPipeline> logger
)
{
    public WebhookPipeline Create(WebhookHandler webhook)
    {
        var limits = new BodyLimits { MaxSize = webhook.MaxBodySize, SpoolDirectory = options.SpoolDirectory };
        var reader = new BodyReader(limits, budget.CreateShare(), time);
        return new WebhookPipeline(webhook, new WebhookBodies(webhook, limits, reader, time, logger), time, logger);
    }
}
