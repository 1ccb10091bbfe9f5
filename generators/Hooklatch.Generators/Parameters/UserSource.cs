using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Parameters;

internal sealed class UserSource() : ProvidedSource(Names.ClaimsPrincipal, "delivery.Http.User")
{
    public override string? ProblemLater => "who sent the request is not kept: it was verified before the delivery was stored";
}
