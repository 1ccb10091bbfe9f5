using System.Collections.Immutable;
using Hooklatch.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooklatch.Generators.Validation;

/// <summary>
/// Silences the warning that <c>[MinLength]</c> and its like need reflection where they stand on a declaration of a plugin: rules of ours take
/// their place. Whoever has them evaluated by reflection is still warned there, since the framework's <c>Validator</c> is marked too.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReflectionWarningSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Rule = new(
        "HLS0001",
        suppressedDiagnosticId: "IL2026",
        "Hooklatch evaluates this attribute by generated code, without reflection."
    );

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Rule];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName(Names.Webhook) is null)
        {
            return;
        }

        foreach (var diagnostic in context.ReportedDiagnostics.Where(diagnostic => IsReplaced(diagnostic, context)))
        {
            context.ReportSuppression(Suppression.Create(Rule, diagnostic));
        }
    }

    private static bool IsReplaced(Diagnostic diagnostic, SuppressionAnalysisContext context) =>
        diagnostic.Location.SourceTree is { } tree
        && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>()
            is { } attribute
        && context.GetSemanticModel(tree).GetTypeInfo(attribute, context.CancellationToken).Type is { } type
        && RuleCheck.IsReplaced(type);
}
