using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0058: keeps the secret out of JSON.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class IgnoreSecretFix() : HooklatchCodeFix(Descriptors.SecretInJson)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property)
        {
            yield return finding.Replace(
                $"Leave '{property.Identifier.ValueText}' out of JSON",
                property,
                () => finding.Generator.AddAttributes(property, finding.Generator.Attribute(finding.TypeName(Names.JsonIgnore)))
            );
        }
    }
}
