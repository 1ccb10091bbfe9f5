using System.Composition;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0065: makes the method a handler.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MakeHandlerFix() : HooklatchCodeFix(Descriptors.ForgottenHandler)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation) =>
        finding.Node is MethodDeclarationSyntax method && HandlerAttribute.Add(finding, method) is { } add ? [add] : [];
}
