using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>Reads how a handler's sender is verified: from the attributes of the method, else of its class.</summary>
internal static class VerificationParser
{
    /// <param name="limit">The largest body in bytes that the scheme declares; 0 for none.</param>
    public static bool TryParse(
        IMethodSymbol method,
        Report? report,
        CancellationToken cancellation,
        out VerificationModel verification,
        out long limit
    )
    {
        verification = VerificationModel.None;
        limit = 0;
        var owner = OwnerOf(method);
        var declared = Declared(owner);
        if (declared.Length == 0)
        {
            report?.Invoke(
                AddressParser.Find(method) is null ? Descriptors.NotVerified : Descriptors.AddressAlone,
                method.Location(),
                method.Name
            );
            return true;
        }

        if (owner is INamedTypeSymbol type && report is not null && !IsFirstOf(type, method))
        {
            // What is wrong on the class is said once, not for each of its handlers.
            report = null;
        }

        if (declared.Length > 1)
        {
            report?.Invoke(
                Descriptors.SeveralVerifications,
                declared[1].Location(cancellation),
                owner.Name,
                NameOf(declared[0]),
                NameOf(declared[1])
            );
            return false;
        }

        limit = declared[0].AttributeClass?.Attribute(Names.BodyLimit)?.Positional<long>(0) ?? 0;
        var parsed = Parse(declared[0], owner, report, cancellation);
        verification = parsed ?? verification;
        return parsed is not null;
    }

    /// <summary>The attribute as an author writes it, without its suffix.</summary>
    public static string NameOf(AttributeData attribute) => NameOf(attribute.AttributeClass!);

    /// <inheritdoc cref="NameOf(AttributeData)"/>
    public static string NameOf(INamedTypeSymbol attribute)
    {
        const string Suffix = "Attribute";
        var name = attribute.Name;
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    /// <summary>The class of the one signature attribute that verifies a handler's sender, as far as there is one.</summary>
    public static INamedTypeSymbol? SignatureOf(IMethodSymbol method) =>
        Declared(OwnerOf(method)) is [{ AttributeClass: { } type }] && type.IsOrInherits(Names.Signature) ? type : null;

    public static bool IsVerification(AttributeData attribute) =>
        attribute.AttributeClass is { } type
        && (type.IsOrInherits(Names.Signature) || type.Is(Names.SharedToken) || type.Is(Names.Unverified));

    private static bool IsFirstOf(INamedTypeSymbol type, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(
            method,
            type.GetMembers()
                .OfType<IMethodSymbol>()
                .FirstOrDefault(member => WebhookDeclaration.Of(member) is not null && Declared(member).Length == 0)
        );

    /// <summary>Where the verification is declared: on the method or one that it overrides, else on the class or one that it derives from.</summary>
    private static ISymbol OwnerOf(IMethodSymbol method)
    {
        for (var overridden = method; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (Declared(overridden).Length > 0)
            {
                return overridden;
            }
        }

        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (Declared(type).Length > 0)
            {
                return type;
            }
        }

        return method.ContainingType;
    }

    private static AttributeData[] Declared(ISymbol symbol) => [.. symbol.GetAttributes().Where(IsVerification)];

    private static VerificationModel? Parse(AttributeData attribute, ISymbol owner, Report? report, CancellationToken cancellation)
    {
        if (attribute.AttributeClass.Is(Names.Unverified))
        {
            return ParseUnverified(attribute, owner, report, cancellation);
        }

        return attribute.AttributeClass.Is(Names.SharedToken) ? ParseToken(attribute, owner, report, cancellation)
            : SignatureParser.Parse(attribute, report, cancellation) is { } scheme
                ? scheme with
                {
                    Marks = MarksOf(attribute, owner, cancellation),
                }
            : null;
    }

    /// <summary>Those of a scheme's class name the types of its keys.</summary>
    private static Marks MarksOf(AttributeData attribute, ISymbol owner, CancellationToken cancellation) =>
        new MarkFinder(owner.ContainingAssembly, cancellation).Use(attribute).UseAttributes(attribute.AttributeClass!).Found;

    private static VerificationModel? ParseUnverified(
        AttributeData attribute,
        ISymbol owner,
        Report? report,
        CancellationToken cancellation
    )
    {
        var reason = attribute.Positional<string>(0);
        if (string.IsNullOrWhiteSpace(reason))
        {
            report?.Invoke(Descriptors.NoReason, attribute.Location(cancellation), owner.Name);
            return null;
        }

        return new VerificationModel { UnverifiedReason = reason };
    }

    private static VerificationModel? ParseToken(AttributeData attribute, ISymbol owner, Report? report, CancellationToken cancellation)
    {
        var header = attribute.Named<string>("Header");
        var query = attribute.Named<string>("Query");
        if (string.IsNullOrEmpty(header) == string.IsNullOrEmpty(query))
        {
            report?.Invoke(
                Descriptors.TokenPlace,
                attribute.Location(cancellation),
                owner.Name,
                string.IsNullOrEmpty(header) ? "neither a header nor a query parameter" : "both a header and a query parameter"
            );
            return null;
        }

        if (!SecretSourceParser.TryParseToken(attribute, report, cancellation, out var secret, out var source))
        {
            return null;
        }

        return new VerificationModel
        {
            Attribute = "SharedToken",
            Token = new TokenModel(secret, header, query, attribute.Named<string>("Prefix") ?? "") { SecretSource = source },
            Marks = source is null ? Marks.None : MarksOf(attribute, owner, cancellation),
        };
    }
}
