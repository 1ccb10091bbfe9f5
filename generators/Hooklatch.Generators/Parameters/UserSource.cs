using Hooklatch.Generators.Parse;

namespace Hooklatch.Generators.Parameters;

internal sealed class UserSource() : ProvidedSource(Names.ClaimsPrincipal, "delivery.Http.User");
