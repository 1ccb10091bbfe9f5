using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>The text of an <c>[OnEvent]</c> that a diagnostic marks, and what is known of its provider's events.</summary>
/// <param name="Text">The text.</param>
/// <param name="Attribute">The <c>[OnEvent]</c>.</param>
/// <param name="Signature">The attribute class that verifies the provider.</param>
/// <param name="Known">Its events.</param>
internal sealed record EventFilter(string Text, AttributeSyntax Attribute, INamedTypeSymbol? Signature, KnownEvents Known)
{
    /// <returns><see langword="null"/> for an event that a declaration names, which no other can stand in for.</returns>
    public static EventFilter? Of(Finding finding, CancellationToken cancellation)
    {
        if (
            finding.Text is not { } text
            || finding.Node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || attribute.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method
            || finding.Model.GetDeclaredSymbol(method, cancellation) is not { } symbol
        )
        {
            return null;
        }

        var signature = VerificationParser.SignatureOf(symbol);
        return new EventFilter(text, attribute, signature, finding.Index.Events.Of(signature));
    }
}
