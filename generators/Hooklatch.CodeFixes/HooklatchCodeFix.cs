using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Hooklatch.CodeFixes;

/// <summary>What our fixes share: each repairs one kind of mistake, from the node that its diagnostic marks.</summary>
internal abstract class HooklatchCodeFix(params DiagnosticDescriptor[] descriptors) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds => [.. descriptors.Select(descriptor => descriptor.Id)];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (
            await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is { } root
            && await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is { } model
        )
        {
            var finding = new Finding(context.Document, root, model, root.FindNode(context.Span, getInnermostNodeForTie: true));
            foreach (var fix in Find(finding, context.CancellationToken))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        fix.Title,
                        _ => Task.FromResult(fix.Apply()),
                        equivalenceKey: $"{context.Diagnostics[0].Id}: {fix.Kind ?? fix.Title}"
                    ),
                    context.Diagnostics
                );
            }
        }
    }

    /// <summary>The ways to repair a finding, the best first; none where no small change is right.</summary>
    protected abstract IEnumerable<Fix> Find(Finding finding, CancellationToken cancellation);
}
