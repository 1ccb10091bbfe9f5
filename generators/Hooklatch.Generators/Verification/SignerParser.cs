using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>
/// Reads an attribute class that is declared here for what signs by it. What is wrong with its results is reported where it is used, and
/// nothing signs by it.
/// </summary>
internal static class SignerParser
{
    private static readonly SymbolDisplayFormat Escaped = SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(
        SymbolDisplayGlobalNamespaceStyle.Omitted
    );

    public static SignerModel? Parse(INamedTypeSymbol provider, CancellationToken cancellation)
    {
        if (
            provider is not { IsAbstract: false, IsGenericType: false, ContainingType: null, IsFileLocal: false }
            || !provider.IsOrInherits(Names.Signature)
            || provider.IsOrInherits(Names.CodeSignature)
        )
        {
            return null;
        }

        var parts = SignatureParts.Of(provider, ownTolerance: 0);
        var results = provider
            .GetAttributes()
            .Where(SchemeParser.IsScheme)
            .Select(attribute => SchemeParser.Parse(attribute, parts, keyPath: null))
            .ToArray();
        var token = provider.Attribute(Names.TokenScheme) is { } attribute ? SignatureParser.TokenOf(attribute, secret: "") : null;
        if (
            results.Any(result => result.Scheme is null)
            || (results.Length == 0) == (token is null)
            || (token is not null && string.IsNullOrEmpty(token.Header) == string.IsNullOrEmpty(token.Query))
            || IdentityParser.Problem(provider) is not null
        )
        {
            return null;
        }

        var @event = provider.Attribute(Names.EventFrom);
        return new SignerModel
        {
            Namespace = provider.ContainingNamespace.IsGlobalNamespace ? "" : provider.ContainingNamespace.ToDisplayString(Escaped),
            ClassName = provider.Name,
            Attribute = VerificationParser.NameOf(provider),
            Schemes = results.Select(result => result.Scheme!).ToEquatableArray(),
            Token = token,
            Marks = new MarkFinder(provider.ContainingAssembly, cancellation).UseAttributes(provider).Found,
            RequiresAll = provider.Attribute(Names.RequireAllSchemes) is not null,
            RequiredHeaders = SignatureParser.RequiredHeadersOf(provider),
            TimestampProperty = parts.TimestampProperty,
            EventHeader = @event?.Named<string>("Header"),
            EventQuery = @event?.Named<string>("Query"),
            DeliveryIdHeader = parts.DeliveryIdHeader,
        };
    }
}
