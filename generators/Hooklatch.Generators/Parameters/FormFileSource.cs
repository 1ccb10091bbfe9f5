using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>A file, by the name of its field.</summary>
internal sealed class FormFileSource : UploadSource
{
    protected override bool IsOf(ITypeSymbol type) => type.Is(Names.FormFile);

    public override string? Binding(ParameterModel parameter) =>
        $"binder.File{(parameter.IsOptional ? "OrNull" : "")}({Literal.String(parameter.Key)}){(parameter.IsForgiven ? "!" : "")}";

    public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) =>
        [new("Form", DescribedValue.OfFile(parameter.Key, parameter.IsOptional, isList: false))];
}
