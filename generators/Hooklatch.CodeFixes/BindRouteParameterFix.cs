using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Handlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0074: binds the parameter of the endpoint that was meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class BindRouteParameterFix() : HooklatchCodeFix(Descriptors.MistypedRouteParameter)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (
            finding.Node.FirstAncestorOrSelf<ParameterSyntax>() is not { Parent.Parent: MethodDeclarationSyntax declaration } parameter
            || finding.Model.GetDeclaredSymbol(declaration, cancellation) is not IMethodSymbol method
            || WebhookDeclaration.Of(method)?.Positional<string>(0) is not { } endpoint
            || NearestName.Mistyped(parameter.Identifier.ValueText, EndpointTemplate.ParametersOf(endpoint)) is not { } meant
        )
        {
            yield break;
        }

        var generator = finding.Generator;
        yield return finding.Replace(
            $"Bind {{{meant}}}",
            parameter,
            () =>
                generator.AddAttributes(
                    parameter,
                    generator.Attribute(
                        finding.TypeName(Names.FromRoute, parameter),
                        [generator.AttributeArgument("Name", generator.LiteralExpression(meant))]
                    )
                )
        );
    }
}
