using System.Composition;
using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0057: registers the service in the plugin's <c>[PluginServices]</c> method, or in a new one beside the class that asks for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddServiceFix() : HooklatchCodeFix(Descriptors.MissingService)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (
            finding.Node.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter
            || finding.Model.GetDeclaredSymbol(parameter, cancellation)
                is not { Type: INamedTypeSymbol { IsGenericType: false } service } symbol
            || finding.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { TypeParameterList: null } type
        )
        {
            yield break;
        }

        var (method, implementation, key) = ServiceChecks.HowToRegister(service, Bindable.Of(symbol), finding.Index);
        if (implementation is null or { IsGenericType: true })
        {
            yield break;
        }

        var title = $"Register '{service.Name}' in the plugin's services";
        yield return ServicesMethod.Anywhere(finding.Model.Compilation, cancellation) is { } existing
            ? finding.ReplaceAnywhere(title, existing, () => ServicesMethod.Extended(existing, Call))
            : finding.Replace(title, type, () => type.AddMembers(ServicesMethod.New(finding, Call)));

        ExpressionSyntax Call(string services)
        {
            INamedTypeSymbol[] types = SymbolEqualityComparer.Default.Equals(service, implementation)
                ? [implementation]
                : [service, implementation];
            var generator = finding.Generator;
            return (ExpressionSyntax)
                generator.InvocationExpression(
                    generator.MemberAccessExpression(
                        generator.IdentifierName(services),
                        generator.GenericName(method, types.Select(each => finding.TypeName(Plain(each))))
                    ),
                    key is null ? [] : [SyntaxFactory.ParseExpression(key)]
                );
        }
    }

    private static ITypeSymbol Plain(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None);
}
