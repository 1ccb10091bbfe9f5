using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;

namespace Hooklatch.CodeFixes;

/// <summary>HL0092: adds a method that runs the job, for its author to fill.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddJobFix() : HooklatchCodeFix(Descriptors.NoJobOfType)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (
            finding.Node.FirstAncestorOrSelf<ClassDeclarationSyntax>() is not { } type
            || finding.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call
            || finding.Model.GetOperation(call, cancellation) is not IInvocationOperation { TargetMethod.TypeArguments: [var job] }
            || SyntaxFactory.ParseMemberDeclaration(Text(job, type.Modifiers.Any(SyntaxKind.StaticKeyword))) is not { } method
        )
        {
            yield break;
        }

        yield return finding.Replace(
            $"Add a method that runs {job.Name}",
            type,
            () =>
                type.AddMembers(
                    method
                        .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation)
                        .WithLeadingTrivia(SyntaxFactory.ElasticLineFeed)
                )
        );
    }

    private static string Text(ITypeSymbol job, bool isStatic) =>
        $"[global::Hooklatch.Job]\npublic {(isStatic ? "static " : "")}global::System.Threading.Tasks.Task Run{job.Name}({job.ToGlobalName()} job, global::Hooklatch.JobContext context) => throw new global::System.NotImplementedException();\n";
}
