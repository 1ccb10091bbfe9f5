using Hooklatch.Generators.Checks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace Hooklatch.CodeFixes;

/// <summary>The node that a diagnostic marks, and what a fix needs around it.</summary>
internal sealed record Finding(Document Document, SyntaxNode Root, SemanticModel Model, SyntaxNode Node)
{
    public SyntaxGenerator Generator { get; } = SyntaxGenerator.GetGenerator(Document);

    public PluginIndex Index { get; } = new(Model.Compilation);

    /// <summary>The marked expression's value, where it is a constant text.</summary>
    public string? Text => Model.GetConstantValue(Node) is { HasValue: true, Value: string text } ? text : null;

    /// <summary>A type as an expression, shortened when the fix is applied and imported where its namespace is not.</summary>
    public SyntaxNode TypeName(ITypeSymbol type, SyntaxNode? at = null)
    {
        var expression = Generator.TypeExpression(type);
        return IsImported(type, at ?? Node) ? expression : expression.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation);
    }

    /// <inheritdoc cref="TypeName(ITypeSymbol, SyntaxNode?)"/>
    public SyntaxNode TypeName(string metadataName, SyntaxNode? at = null) =>
        TypeName(Model.Compilation.GetTypeByMetadataName(metadataName)!, at);

    /// <summary><c>nameof(MyConfig.MySecret)</c></summary>
    public SyntaxNode NameOf(IPropertySymbol property) =>
        Generator.NameOfExpression(Generator.MemberAccessExpression(TypeName(property.ContainingType), property.Name));

    /// <summary>The same for a property that the type will have.</summary>
    public SyntaxNode NameOf(INamedTypeSymbol type, string property) =>
        Generator.NameOfExpression(Generator.MemberAccessExpression(TypeName(type), property));

    /// <summary>A fix that replaces one node of this document.</summary>
    public Fix Replace(string title, SyntaxNode old, Func<SyntaxNode> replacement) => ReplaceIn(Document, Root, title, old, replacement);

    /// <summary>A fix that replaces one node of any document of the solution.</summary>
    public Fix ReplaceAnywhere(string title, SyntaxNode old, Func<SyntaxNode> replacement) =>
        ReplaceIn(Document.Project.Solution.GetDocument(old.SyntaxTree)!, old.SyntaxTree.GetRoot(), title, old, replacement);

    /// <summary>A fix that replaces a node of this document and one of any document, neither of them inside of the other.</summary>
    public Fix ReplaceBoth(
        string title,
        (SyntaxNode Old, Func<SyntaxNode> Replacement) here,
        (SyntaxNode Old, Func<SyntaxNode> Replacement) anywhere
    ) =>
        new(
            title,
            () =>
            {
                var nodes = new Dictionary<SyntaxNode, Func<SyntaxNode>>
                {
                    [here.Old] = here.Replacement,
                    [anywhere.Old] = anywhere.Replacement,
                };
                return nodes
                    .Keys.GroupBy(node => node.SyntaxTree)
                    .Aggregate(
                        Document.Project.Solution,
                        (solution, nodesOf) =>
                            solution.WithDocumentSyntaxRoot(
                                Document.Project.Solution.GetDocument(nodesOf.Key)!.Id,
                                nodesOf.Key.GetRoot().ReplaceNodes(nodesOf, (old, _) => nodes[old]())
                            )
                    );
            }
        );

    private static Fix ReplaceIn(Document document, SyntaxNode root, string title, SyntaxNode old, Func<SyntaxNode> replacement) =>
        new(title, () => document.WithSyntaxRoot(root.ReplaceNode(old, replacement())).Project.Solution);

    /// <summary>Asked for because importing once more, beside a global using, leaves an empty line.</summary>
    private bool IsImported(ITypeSymbol type, SyntaxNode at) =>
        type switch
        {
            IArrayTypeSymbol array => IsImported(array.ElementType, at),
            INamedTypeSymbol named => IsInScope(named, at) && named.TypeArguments.All(argument => IsImported(argument, at)),
            _ => true,
        };

    private bool IsInScope(INamedTypeSymbol type, SyntaxNode at) =>
        type.SpecialType is not SpecialType.None
        || type.IsTupleType
        || Model
            .Compilation.GetSemanticModel(at.SyntaxTree)
            .LookupNamespacesAndTypes(at.SpanStart, name: type.Name)
            .Contains(type.OriginalDefinition, SymbolEqualityComparer.Default);
}
