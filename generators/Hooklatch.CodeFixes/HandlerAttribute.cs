using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>Adds to a method what makes it a handler, as the other handlers of its class have it.</summary>
internal static class HandlerAttribute
{
    /// <summary>A fix with a start that its author will correct: <c>/invoice-paid</c> or <c>invoice-paid</c> for <c>OnInvoicePaid</c>.</summary>
    public static Fix? Add(Finding finding, MethodDeclarationSyntax method)
    {
        if (finding.Model.GetDeclaredSymbol(method) is not IMethodSymbol symbol)
        {
            return null;
        }

        var takesEvents = ForgottenHandlerChecks.TakesEvents(symbol.ContainingType);
        var name = NameFor(method.Identifier.ValueText);
        var (attribute, text) = takesEvents ? (Names.OnEvent, name) : (Names.Webhook, "/" + name);
        return finding.Replace(
            $"Add [{(takesEvents ? "OnEvent" : "Webhook")}(\"{text}\")]",
            method,
            () =>
                finding.Generator.AddAttributes(
                    method,
                    finding.Generator.Attribute(finding.TypeName(attribute, method), [finding.Generator.LiteralExpression(text)])
                )
        );
    }

    private static string NameFor(string method)
    {
        var stem =
            method.Length > 2 && method.StartsWith("On", StringComparison.Ordinal) && char.IsUpper(method[2])
                ? method.Substring(2)
                : method;
        return string.Concat(
            stem.Select(
                (letter, i) => char.IsUpper(letter) && i > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"
            )
        );
    }
}
