using Hooklatch.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Diagnostics;

/// <summary>
/// A secret is named, never written: its path leads to a <c>[Secret]</c> property of the plugin's configuration. A public key is named
/// likewise, and its property need not be secret.
/// </summary>
internal static class SecretRules
{
    private const string Secret = "Secret";
    private const string PublicKey = "PublicKey";

    /// <summary>Checks the verification attributes of a handler or of a class of handlers.</summary>
    public static void Check(ISymbol declaration, PluginIndex index, Report report, CancellationToken cancellation)
    {
        foreach (var attribute in declaration.GetAttributes().Where(VerificationParser.IsVerification))
        {
            foreach (var argument in attribute.NamedArguments)
            {
                // What is no constant is the compiler's to report.
                if (argument is { Key: Secret or PublicKey, Value.Kind: TypedConstantKind.Primitive })
                {
                    Check(attribute, argument.Key, argument.Value.Value as string ?? "", index, report, cancellation);
                }
            }
        }
    }

    /// <summary>The properties that a <c>Secret</c> can name directly.</summary>
    public static IEnumerable<IPropertySymbol> Candidates(PluginIndex index) =>
        index.Configs.SelectMany(ConfigParser.PropertiesOf).Where(property => property.Attribute(Names.Secret) is not null);

    private static void Check(
        AttributeData attribute,
        string argument,
        string path,
        PluginIndex index,
        Report report,
        CancellationToken cancellation
    )
    {
        var found = SecretPath.Follow(index, path);
        if (found.LeadsToSecret || (argument == PublicKey && found.Property is not null))
        {
            return;
        }

        var location = attribute.ArgumentLocation(argument, cancellation);
        var name = VerificationParser.NameOf(attribute);
        var isNamed = IsNamed(attribute.Argument(argument, cancellation));
        if (argument == Secret && (found.Property is not null || (!isNamed && found.Depth == 0)))
        {
            var candidate = Candidates(index).FirstOrDefault();
            report(
                Descriptors.NotASecret,
                location,
                name,
                candidate is null ? "MyConfig.MySecret" : $"{candidate.ContainingType.Name}.{candidate.Name}"
            );
            return;
        }

        report(
            Descriptors.UnknownConfigProperty,
            location,
            argument,
            name,
            // Only the name of a symbol is repeated: any other text may be the secret that somebody pasted.
            isNamed ? $"'{found.Segment}'" : "a property",
            found.Scope is null ? "the plugin" : $"'{found.Scope.Name}'",
            found.Scope is null ? "does not have: declare a [PluginConfig] class with it"
                : found.IsReadOnly ? "cannot take from configuration: give it { get; init; }"
                : "does not have: add the property or name another"
        );
    }

    /// <summary>Whether an expression names symbols and holds no text of its own.</summary>
    private static bool IsNamed(ExpressionSyntax? expression) =>
        expression switch
        {
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => true,
            LiteralExpressionSyntax { Token.ValueText: ":" } => true,
            BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression) => IsNamed(sum.Left) && IsNamed(sum.Right),
            ParenthesizedExpressionSyntax inner => IsNamed(inner.Expression),
            _ => false,
        };
}
