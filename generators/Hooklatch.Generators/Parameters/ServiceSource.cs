using Hooklatch.Generators.Common;
using Hooklatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>Dependency injection: where the author says so, for interfaces, and for the plugin's configuration.</summary>
internal sealed class ServiceSource : ParameterSource
{
    public override bool Claims(Candidate candidate) =>
        candidate.IsMarked(Names.FromServices)
        || candidate.IsMarked(Names.FromKeyedServices)
        || candidate.IsUnmarked
            && (
                candidate.Type.TypeKind is TypeKind.Interface && !candidate.IsText
                || candidate.Type.Attribute(Names.PluginConfig) is not null
            );

    public override ParameterModel? Parse(Bindable target, ParameterModel model, ParameterParser parser) =>
        model with
        {
            Service = ServiceParser.Parse(target),
        };

    public override bool IsFromContainer => true;

    public override BodyNeed? Body => null;

    public override string? Binding(ParameterModel parameter) => null;

    public override string Argument(ParameterModel parameter) => ServiceEmitter.Expression(parameter.Service!);

    public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) => [];
}
