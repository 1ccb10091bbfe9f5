using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>All files of the form.</summary>
internal sealed class FormFileCollectionSource : UploadSource
{
    protected override bool IsOf(ITypeSymbol type) => type.Is(Names.FormFileCollection);

    public override string? Binding(ParameterModel parameter) => "binder.Files()";
}
