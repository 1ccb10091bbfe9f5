using System.Collections.Immutable;
using System.Globalization;
using Hooklatch.Generators.Common;
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
    /// <summary>System.Text.Json's generator does not know the attribute that hides a secret; HL0058 keeps the secret out of its contexts.</summary>
    private static readonly SuppressionDescriptor OfSecret = new(
        "HLS0002",
        suppressedDiagnosticId: "SYSLIB1223",
        "A [Secret] in a serializer context is marked [JsonIgnore]."
    );

    private static readonly SuppressionDescriptor Rule = new(
        "HLS0001",
        suppressedDiagnosticId: "IL2026",
        "Hooklatch evaluates this attribute by generated code, without reflection."
    );

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Rule, OfSecret];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName(Names.Webhook) is null)
        {
            return;
        }

        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Id == OfSecret.SuppressedDiagnosticId && IsOfSecret(diagnostic))
            {
                context.ReportSuppression(Suppression.Create(OfSecret, diagnostic));
            }
            else if (diagnostic.Id == Rule.SuppressedDiagnosticId && IsReplaced(diagnostic, context))
            {
                context.ReportSuppression(Suppression.Create(Rule, diagnostic));
            }
        }
    }

    /// <summary>A generator's finding has lost its syntax tree; its message names the attribute.</summary>
    private static bool IsOfSecret(Diagnostic diagnostic) =>
        diagnostic.GetMessage(CultureInfo.InvariantCulture).IndexOf($"'{Names.Secret}'", StringComparison.Ordinal) >= 0;

    private static bool IsReplaced(Diagnostic diagnostic, SuppressionAnalysisContext context) =>
        diagnostic.Location.SourceTree is { } tree
        && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>()
            is { } attribute
        && context.GetSemanticModel(tree).GetTypeInfo(attribute, context.CancellationToken).Type is { } type
        && RuleCheck.IsReplaced(type);
}
