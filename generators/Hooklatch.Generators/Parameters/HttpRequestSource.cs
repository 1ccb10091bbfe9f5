using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Parameters;

internal sealed class HttpRequestSource() : ProvidedSource(Names.HttpRequest, "delivery.Http.Request")
{
    public override BodyNeed? Body => BodyNeed.Raw;

    public override bool ReadsRequest => true;

    public override string? ProblemLater => RequestIsGone;
}
