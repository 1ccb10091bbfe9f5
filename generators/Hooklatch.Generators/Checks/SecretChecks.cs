using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Checks;

/// <summary>
/// A secret is named, never written: its path leads to a <c>[Secret]</c> property of the plugin's configuration. A public key and a list of
/// networks are named likewise, and their properties need not be secret.
/// </summary>
internal static class SecretChecks
{
    public const string Secret = "Secret";
    public const string PublicKey = "PublicKey";
    public const string Configuration = "Configuration";

    /// <summary>Checks the attributes of a handler or of a class of handlers that name places in the configuration.</summary>
    public static void Check(ISymbol declaration, PluginIndex index, Report report, CancellationToken cancellation)
    {
        foreach (var attribute in declaration.GetAttributes().Where(NamesPlaces))
        {
            var tokens = TokensOf(attribute.AttributeClass!);
            var places = ReplyHeaderParser.PropertiesOf(attribute.AttributeClass!).ToArray();
            foreach (var argument in attribute.NamedArguments)
            {
                var isSecret = argument.Key == Secret || tokens.Contains(argument.Key);
                // What is no constant is the compiler's to report, and a key that is not there is a key that nobody named.
                if (
                    (isSecret || argument.Key is PublicKey or Configuration || places.Contains(argument.Key))
                    && argument.Value.Kind is TypedConstantKind.Primitive
                    && !(argument.Value.IsNull && attribute.AttributeClass!.IsOrInherits(Names.Signature))
                )
                {
                    Check(attribute, argument.Key, isSecret, argument.Value.Value as string ?? "", index, report, cancellation);
                }
            }
        }
    }

    /// <summary>Whether an argument leads to a secret, where it leads anywhere.</summary>
    public static bool IsSecret(string argument) => argument is not (PublicKey or Configuration);

    /// <summary>The properties that a <c>Secret</c> can name directly.</summary>
    public static IEnumerable<IPropertySymbol> Candidates(PluginIndex index) =>
        index.Configs.SelectMany(SettableProperties.Of).Where(property => property.Attribute(Names.Secret) is not null);

    private static void Check(
        AttributeData attribute,
        string argument,
        bool isSecret,
        string path,
        PluginIndex index,
        Report report,
        CancellationToken cancellation
    )
    {
        var found = SecretPath.Follow(index, path);
        if (found.LeadsToSecret || (!isSecret && found.Property is not null))
        {
            return;
        }

        var location = attribute.ArgumentLocation(argument, cancellation);
        var name = VerificationParser.NameOf(attribute);
        var isNamed = IsNamed(attribute.Argument(argument, cancellation));
        if (isSecret && (found.Property is not null || (!isNamed && found.Depth == 0)))
        {
            var candidate = Candidates(index).FirstOrDefault();
            report(
                Descriptors.NotASecret,
                location,
                argument,
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

    private static bool NamesPlaces(AttributeData attribute) =>
        VerificationParser.IsVerification(attribute) || attribute.AttributeClass.Is(Names.AllowFrom);

    /// <summary>
    /// The properties of a provider's attribute that lead to secrets: those that name the tokens of its handshakes, and those that are marked so.
    /// </summary>
    private static string[] TokensOf(INamedTypeSymbol provider) =>
        [
            .. provider
                .SelfAndBases()
                .SelectMany(type => type.GetMembers().OfType<IPropertySymbol>())
                .Where(property => property.Attribute(Names.Secret) is not null)
                .Select(property => property.Name),
            .. provider
                .GetAttributes()
                .Where(attribute => attribute.AttributeClass.Is(Names.Handshake))
                .Select(handshake => handshake.Named<string>("TokenProperty"))
                .OfType<string>(),
        ];

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
