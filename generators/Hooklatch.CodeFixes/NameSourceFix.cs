using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0073: says that the body, a value of it, or the query is meant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class NameSourceFix() : HooklatchCodeFix(Descriptors.BodyFromQuery)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Node.FirstAncestorOrSelf<ParameterSyntax>() is not { Type: { } type } parameter)
        {
            yield break;
        }

        var generator = finding.Generator;
        if (finding.Model.GetTypeInfo(type, cancellation).Type is { SpecialType: SpecialType.System_String })
        {
            yield return Mark("Bind the body's text with [RawBody]", Names.RawBody);
        }

        yield return Mark(
            $"Bind a value of a JSON body with [FromJson(\"{parameter.Identifier.ValueText}\")]",
            Names.FromJson,
            generator.LiteralExpression(parameter.Identifier.ValueText)
        );
        yield return Mark("Bind the query value with [FromQuery]", Names.FromQuery);

        Fix Mark(string title, string attribute, params SyntaxNode[] arguments) =>
            finding.Replace(
                title,
                parameter,
                () => generator.AddAttributes(parameter, generator.Attribute(finding.TypeName(attribute, parameter), arguments is [] ? null : arguments))
            );
    }
}
