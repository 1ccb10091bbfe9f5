using System.Composition;
using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0028: names one of the plugin's keys; where its configuration has none, a property is added and named.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class NameKeyFix() : HooklatchCodeFix(Descriptors.NoKey)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (
            finding.Node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || finding.Model.GetTypeInfo(attribute, cancellation).Type is not { } provider
        )
        {
            yield break;
        }

        var argument = KeyOf(provider);
        var keys = CandidatesFor(argument, finding.Index).ToArray();
        foreach (var key in keys)
        {
            yield return finding.Replace($"Name {key.ContainingType.Name}.{key.Name}", attribute, () => Named(finding.NameOf(key)));
        }

        if (
            keys.Length == 0
            && finding.Index.Configs is [var config, ..]
            && config.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is ClassDeclarationSyntax declaration
        )
        {
            var name = argument == SecretChecks.PublicKey ? "PublicKey" : "WebhookSecret";
            yield return finding.ReplaceBoth(
                $"Add {name} to {config.Name} and name it",
                (attribute, () => Named(finding.NameOf(config, name))),
                (declaration, () => ConfigMember.AddTo(declaration, name, argument))
            );
        }

        SyntaxNode Named(SyntaxNode key) => attribute.With(finding.Generator, argument, key);
    }

    /// <summary>The property by which the scheme gets its key.</summary>
    private static string KeyOf(ITypeSymbol provider) =>
        provider.GetAttributes().Any(scheme => SchemeParser.IsScheme(scheme) && SchemeParser.KindOf(scheme) is not SchemeKind.PublicKey)
        || provider.Attribute(Names.TokenScheme) is not null
        || provider.Is(Names.SharedToken)
            ? SecretChecks.Secret
            : SecretChecks.PublicKey;

    private static IEnumerable<IPropertySymbol> CandidatesFor(string argument, PluginIndex index) =>
        argument == SecretChecks.Secret
            ? SecretChecks.Candidates(index)
            : index
                .Configs.SelectMany(SettableProperties.Of)
                .Where(property => property.Name.EndsWith("PublicKey", StringComparison.Ordinal));
}
