using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Parameters;

internal sealed class CancellationSource() : ProvidedSource(Names.CancellationToken, "delivery.RequestAborted");
