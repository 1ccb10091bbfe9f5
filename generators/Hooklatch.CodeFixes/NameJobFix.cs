using System.Composition;
using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Jobs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0090: names a job after its class and method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class NameJobFix() : HooklatchCodeFix(Descriptors.JobName)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (
            finding.Node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || finding.Model.GetDeclaredSymbol(method, cancellation) is not IMethodSymbol symbol
            || JobChecks.Find(symbol) is not { } data
            || data.ApplicationSyntaxReference?.GetSyntax(cancellation) is not AttributeSyntax attribute
        )
        {
            yield break;
        }

        var name = $"{symbol.ContainingType.Name}.{symbol.Name}";
        // A wrong alias stays wrong under another name, and the name may have jobs waiting.
        if (JobName.AllOf(symbol, data).Skip(1).Prepend(name).Any(each => JobName.ProblemWith(each) is not null))
        {
            yield break;
        }

        yield return finding.Replace(
            $"Name it '{name}'",
            attribute,
            () => attribute.With(finding.Generator, "Name", finding.Generator.LiteralExpression(name))
        );
    }
}
