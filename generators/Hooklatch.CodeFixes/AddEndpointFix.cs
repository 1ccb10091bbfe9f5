using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0033: gives the class of a handler of events an endpoint.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddEndpointFix() : HooklatchCodeFix(Descriptors.EventWithoutEndpoint)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (
            finding.Node is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } method
            && finding.Model.GetDeclaredSymbol(method, cancellation) is IMethodSymbol handler
            && WebhookDeclaration.Of(handler) is null
        )
        {
            var generator = finding.Generator;
            yield return finding.Replace(
                "Add an endpoint to the class",
                type,
                () =>
                    generator.AddAttributes(
                        type,
                        generator.Attribute(
                            finding.TypeName(Names.Webhook),
                            [generator.LiteralExpression(EndpointFor(handler.ContainingType))]
                        )
                    )
            );
        }
    }

    /// <summary>Such as <c>/orders</c> for <c>OrderHooks</c>: a start, which the author will have configured otherwise at the provider.</summary>
    private static string EndpointFor(INamedTypeSymbol type)
    {
        const string Suffix = "Hooks";
        var name = type.Name;
        var stem =
            name.EndsWith(Suffix, StringComparison.Ordinal) && name.Length > Suffix.Length
                ? name.Substring(0, name.Length - Suffix.Length)
                : name;
        return "/" + stem.ToLowerInvariant();
    }
}
