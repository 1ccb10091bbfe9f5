using System.Composition;
using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>HL0062: reads the settings from the plugin's configuration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class MakeConfigFix() : HooklatchCodeFix(Descriptors.SettingsFromBody)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation)
    {
        if (
            finding.Node.FirstAncestorOrSelf<ParameterSyntax>() is { Type: { } written }
            && finding.Model.GetTypeInfo(written, cancellation).Type is INamedTypeSymbol type
            && type.DeclaringSyntaxReferences is [var reference, ..]
            && type.InstanceConstructors.Any(constructor =>
                constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal
            )
        )
        {
            var declaration = reference.GetSyntax(cancellation);
            yield return finding.ReplaceAnywhere(
                $"Read '{type.Name}' from the configuration with [PluginConfig]",
                declaration,
                () =>
                    finding.Generator.AddAttributes(
                        declaration,
                        finding.Generator.Attribute(finding.TypeName(Names.PluginConfig, declaration))
                    )
            );
        }
    }
}
