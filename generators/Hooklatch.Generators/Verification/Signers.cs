using System.Collections.Immutable;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Verification;

/// <summary>Finds the attribute classes of this project by which requests can be signed, and names their files.</summary>
internal static class Signers
{
    /// <param name="context">The generator's.</param>
    /// <returns>Each class, with the name of its file.</returns>
    public static IncrementalValuesProvider<SignerModel> Find(IncrementalGeneratorInitializationContext context) =>
        context
            .SyntaxProvider.CreateSyntaxProvider(IsDeclaration, Parse)
            .Where(IsPresent)
            .Collect()
            .SelectMany(WithNames)
            .WithTrackingName(Steps.Signers);

    private static bool IsDeclaration(SyntaxNode node, CancellationToken cancellation) =>
        node is ClassDeclarationSyntax { BaseList: not null, AttributeLists.Count: > 0 } type
        && type.Modifiers.Any(SyntaxKind.PartialKeyword);

    private static SignerModel? Parse(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        Language.IsSupported(context.Node.SyntaxTree)
        && context.SemanticModel.GetDeclaredSymbol(context.Node, cancellation) is INamedTypeSymbol type
            ? SignerParser.Parse(type, cancellation)
            : null;

    private static bool IsPresent(SignerModel? signer) => signer is not null;

    private static IEnumerable<SignerModel> WithNames(ImmutableArray<SignerModel?> signers, CancellationToken cancellation)
    {
        var names = new NameScope();
        return
        [
            .. signers
                .Distinct()
                .OrderBy(signer => signer!.Namespace, StringComparer.Ordinal)
                .ThenBy(signer => signer!.ClassName, StringComparer.Ordinal)
                .Select(signer => signer! with { HintName = $"{names.UniqueIgnoringCase(signer!.ClassName)}.g.cs" }),
        ];
    }
}
