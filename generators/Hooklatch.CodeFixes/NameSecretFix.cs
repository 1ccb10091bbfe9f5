using System.Composition;
using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooklatch.CodeFixes;

/// <summary>HL0005: names one of the plugin's secrets. What stood there, perhaps a secret, goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
internal sealed class NameSecretFix() : HooklatchCodeFix(Descriptors.NotASecret)
{
    protected override IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation) =>
        SecretChecks
            .Candidates(finding.Index)
            .Select(secret =>
                finding.Replace(
                    $"Name {secret.ContainingType.Name}.{secret.Name}",
                    finding.Node,
                    () => finding.NameOf(secret).WithTriviaFrom(finding.Node)
                )
            );
}
