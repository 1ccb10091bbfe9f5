using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Parameters;

/// <summary>The author's view of the delivery.</summary>
internal sealed class WebhookContextSource() : ProvidedSource(Names.WebhookContext, "delivery")
{
    public override BodyNeed? Body => BodyNeed.Raw;

    public override bool SeesDelivery => true;
}
