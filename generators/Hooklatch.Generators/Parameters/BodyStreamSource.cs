using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

internal sealed class BodyStreamSource : BodySource
{
    protected override bool IsOf(ITypeSymbol type) => type.Is("System.IO.Stream");

    public override BodyNeed? Body => BodyNeed.Stream;

    public override string? ProblemLater => "the body has arrived and is stored before the handler runs; take ReadOnlyMemory<byte>";

    public override string? Binding(ParameterModel parameter) => "binder.BodyStream()";
}
