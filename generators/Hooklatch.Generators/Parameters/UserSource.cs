using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Parameters;

internal sealed class UserSource() : ProvidedSource(Names.ClaimsPrincipal, "delivery.Http.User");
