using System.Collections.Immutable;
using Hooklatch.Generators.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Hooklatch.Generators.Tests.Validation;

public class ReflectionWarningTests
{
    [Fact]
    public async Task Authors_are_not_warned_of_attributes_that_rules_of_ours_replace()
    {
        var compilation = Validated.CompilationOf(
            "[MinLength(1), MaxLength(2), Length(1, 2), Range(typeof(decimal), \"1\", \"2\"), EmailAddress, Custom] string a",
            "public class Pair { [Compare(\"B\")] public int A { get; set; } public int B { get; set; } } class CustomAttribute : Attribute;"
        );
        var analyzers = new CompilationWithAnalyzers(
            compilation,
            [new WarnOfEveryAttribute(), new ReflectionWarningSuppressor()],
            new CompilationWithAnalyzersOptions(new([]), onAnalyzerException: null, true, true, reportSuppressedDiagnostics: true)
        );

        var diagnostics = await analyzers.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);

        var suppressed = diagnostics.ToLookup(diagnostic => diagnostic.IsSuppressed, TextOf);
        Assert.Equal(
            ["Compare(\"B\")", "Length(1, 2)", "MaxLength(2)", "MinLength(1)", "Range(typeof(decimal), \"1\", \"2\")"],
            suppressed[true].Order()
        );
        Assert.Equal(["Custom", "EmailAddress"], suppressed[false].Order());
    }

    private static string TextOf(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);

    /// <summary>Stands for the SDK's analyzer, which a test cannot reference.</summary>
#pragma warning disable RS1001, RS1036, RS2008 // It is no analyzer that anyone loads.
    private sealed class WarnOfEveryAttribute : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Rule = new(
            "IL2026",
            "Reflection",
            "Reflection",
            "Trimming",
            DiagnosticSeverity.Warning,
            true
        );

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSyntaxNodeAction(
                node => node.ReportDiagnostic(Diagnostic.Create(Rule, node.Node.GetLocation())),
                SyntaxKind.Attribute
            );
        }
    }
}
