using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Parameters;

internal sealed class HttpResponseSource() : ProvidedSource(Names.HttpResponse, "delivery.Http.Response")
{
    public override string? ProblemLater => "the sender has its answer before the handler runs";
}
