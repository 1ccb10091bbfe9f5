using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Hooklatch.CodeFixes;

/// <summary>HL0006: lists the type in a serializer context of the plugin, or gives the plugin one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class CoverTypeFix() : HooklatchCodeFix(Descriptors.NotCovered)
{
    private const string NewContext = "PluginJson";

    /// <summary>None: fixes that all change one context would not merge.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Model.GetTypeInfo(finding.Node, cancellation).Type is not { } marked)
        {
            return [];
        }

        var generator = finding.Generator;
        var type = marked.WithNullableAnnotation(NullableAnnotation.None);
        return finding.Index.ContextTypes.Count > 0 ? finding.Index.ContextTypes.Select(AddTo) : [Create()];

        Fix AddTo(INamedTypeSymbol context)
        {
            var declaration = context
                .Attribute(Names.JsonSerializable)!
                .ApplicationSyntaxReference!.GetSyntax(cancellation)
                .Parent!.Parent!;
            return finding.ReplaceAnywhere(
                $"List '{type.Name}' in {context.Name}",
                declaration,
                () => generator.AddAttributes(declaration, Serializable(declaration))
            );
        }

        Fix Create()
        {
            var scope = (SyntaxNode?)finding.Node.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>() ?? finding.Root;
            return finding.Replace($"Create a serializer context with '{type.Name}'", scope, () => generator.AddMembers(scope, Context()));
        }

        SyntaxNode Context() =>
            generator.AddAttributes(
                generator.ClassDeclaration(
                    NewContext,
                    accessibility: Accessibility.Internal,
                    modifiers: DeclarationModifiers.Sealed | DeclarationModifiers.Partial,
                    baseType: finding.TypeName(Names.JsonSerializerContext)
                ),
                Serializable(finding.Node)
            );

        SyntaxNode Serializable(SyntaxNode at) =>
            generator.Attribute(finding.TypeName(Names.JsonSerializable, at), [generator.TypeOfExpression(finding.TypeName(type, at))]);
    }
}
