using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>Where <c>Record</c> keeps nothing: a body that is gone when the handler ends, and a delivery that is stored anyway.</summary>
internal static class RecordChecks
{
    private const string Record = "Record";

    public static void Check(
        IMethodSymbol method,
        AttributeData webhook,
        HandlerModel? handler,
        Report report,
        CancellationToken cancellation
    )
    {
        if (!webhook.Named<bool>(Record) || !WebhookDeclaration.SpeaksForEndpoint(method))
        {
            return;
        }

        if (QueueParser.IsQueued(webhook))
        {
            report(Descriptors.RecordedTwice, webhook.ArgumentLocation(Record, cancellation), method.Name);
        }
        // Of several handlers of one endpoint, another one may have the body read.
        else if (
            handler is { Settings.Verification.NeedsBody: false }
            && !WebhookDeclaration.IsEventHandler(method)
            && BodyNeeds.Of(handler) is "Stream" or "Parts"
        )
        {
            report(Descriptors.RecordedAsItArrives, webhook.ArgumentLocation(Record, cancellation), method.Name);
        }
    }
}
