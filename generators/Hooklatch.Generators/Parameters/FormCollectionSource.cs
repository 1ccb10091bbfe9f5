using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>The form as it is.</summary>
internal sealed class FormCollectionSource : UploadSource
{
    protected override bool IsOf(ITypeSymbol type) => type.Is(Names.FormCollection);

    public override BodyNeed? Body => BodyNeed.Form;

    public override string? Binding(ParameterModel parameter) => "binder.Form()";
}
