using Hooklatch.Generators.Common;
using Hooklatch.Generators.Forms;
using Hooklatch.Generators.Text;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>All files under the name of one field.</summary>
internal sealed class FormFilesSource : UploadSource
{
    protected override bool IsOf(ITypeSymbol type) =>
        TextParser.ElementOf(type, out var element) is not TextShape.One && element.Is(Names.FormFile);

    public override string? Binding(ParameterModel parameter) =>
        FormEmitter.Files(
            "binder",
            Literal.String(parameter.Key),
            parameter.IsOptional,
            parameter.TypeName.EndsWith("[]", StringComparison.Ordinal)
        ) + (parameter.IsForgiven ? "!" : "");

    public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) =>
        [new("Form", DescribedValue.OfFile(parameter.Key, parameter.IsOptional, isList: true))];
}
