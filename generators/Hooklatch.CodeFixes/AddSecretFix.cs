using System.Composition;
using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0007: adds the property, as a secret where it is one, to the class where the path ends.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class AddSecretFix() : HooklatchCodeFix(Descriptors.UnknownConfigProperty)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (finding.Text is not { } path)
        {
            yield break;
        }

        var found = SecretPath.Follow(finding.Index, path);
        if (
            !found.IsReadOnly
            && SyntaxFacts.IsValidIdentifier(found.Segment)
            && found.Scope?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ClassDeclarationSyntax config
        )
        {
            var argument = (finding.Node.FirstAncestorOrSelf<AttributeArgumentSyntax>()?.NameEquals?.Name.Identifier.ValueText) ?? "";
            // The title leaves the name out: a literal path may end in a secret.
            yield return finding.ReplaceAnywhere(
                $"Add the {(SecretChecks.IsSecret(argument) ? "[Secret] " : "")}property to {config.Identifier.ValueText}",
                config,
                () => ConfigMember.AddTo(config, found.Segment, argument)
            );
        }
    }
}
