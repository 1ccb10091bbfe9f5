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
        return new WebhookPipeline(webhook, new BodyReader(limits, budget.CreateShare(), time), time, logger);
    }
}
