using Hooklatch.Generators.Parse;

namespace Hooklatch.Generators.Parameters;

internal sealed class HttpResponseSource() : ProvidedSource(Names.HttpResponse, "delivery.Http.Response");
