using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0061: says that dependency injection has the service.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class InjectServiceFix() : HooklatchCodeFix(Descriptors.ServiceFromBody)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter)
        {
            yield return finding.Replace(
                "Inject the service with [FromServices]",
                parameter,
                () =>
                    finding.Generator.AddAttributes(parameter, finding.Generator.Attribute(finding.TypeName(Names.FromServices, parameter)))
            );
        }
    }
}
