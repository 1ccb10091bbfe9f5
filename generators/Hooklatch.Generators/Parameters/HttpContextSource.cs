using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Parameters;

internal sealed class HttpContextSource() : ProvidedSource(Names.HttpContext, "delivery.Http")
{
    public override BodyNeed? Body => BodyNeed.Raw;

    public override bool ReadsRequest => true;

    public override string? ProblemLater => RequestIsGone;
}
