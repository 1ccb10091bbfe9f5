using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>
/// Reads the schemes that a <c>SignatureAttribute</c> class carries as attributes, in this or another assembly. What a scheme says is fixed
/// here, so that no template is interpreted at run time.
/// </summary>
internal static class SignatureParser
{
    private const int MaxSchemes = 32;

    private const string TooSmall =
        "less than a second rejects everything: set ToleranceSeconds to what may pass between signing and receipt";

    public static VerificationModel? Parse(AttributeData use, Report? report, CancellationToken cancellation)
    {
        var provider = ProviderParser.Parse(use, out var problem);
        problem ??= IdentityParser.Problem(use.AttributeClass!);
        if (problem is not null)
        {
            report?.Invoke(Descriptors.BrokenScheme, use.Location(cancellation), VerificationParser.NameOf(use), problem);
            return null;
        }

        return ParseScheme(use, report, cancellation) is { } model
            ? model with
            {
                Attribute = VerificationParser.NameOf(use),
                Provider = provider,
            }
            : null;
    }

    /// <summary>The headers with a fixed value: name and value in turn.</summary>
    public static EquatableArray<string> RequiredHeadersOf(INamedTypeSymbol provider) =>
        provider
            .GetAttributes()
            .Where(attribute => attribute.AttributeClass.Is(Names.RequireHeader))
            .SelectMany(attribute => new[] { attribute.Positional<string>(0) ?? "", attribute.Positional<string>(1) ?? "" })
            .ToEquatableArray();

    public static TokenModel TokenOf(AttributeData attribute, string? secret) =>
        new(
            secret,
            attribute.Named<string>("Header"),
            attribute.Named<string>("Query"),
            attribute.Named<string>("Prefix") ?? "",
            attribute.Named<bool>("IsBase64")
        );

    private static VerificationModel? ParseScheme(AttributeData use, Report? report, CancellationToken cancellation)
    {
        var provider = use.AttributeClass!;
        var name = VerificationParser.NameOf(use);
        if (provider.IsOrInherits(Names.CodeSignature))
        {
            return ParseCode(use, report, cancellation);
        }

        if (provider.Attribute(Names.TokenScheme) is { } token)
        {
            return ParseToken(use, token, report, cancellation);
        }

        var attributes = provider.GetAttributes().Where(SchemeParser.IsScheme).ToArray();
        var parts = SignatureParts.Of(use);
        if (ToleranceProblem(use, parts) is { } toleranceProblem)
        {
            report?.Invoke(Descriptors.NoTolerance, use.ArgumentLocation("ToleranceSeconds", cancellation), name, toleranceProblem);
            return null;
        }

        var results = attributes.Select(attribute => SchemeParser.Parse(attribute, parts, KeyPathOf(use, attribute))).ToArray();
        var problem =
            attributes.Length == 0 ? "it has no scheme; put [HmacScheme(…)] on the attribute class"
            : attributes.Length > MaxSchemes ? $"it has more than {MaxSchemes} schemes"
            : results.Select(result => result.Problem).FirstOrDefault(one => one is not null)
                ?? HiddenProblem(results)
                ?? TimestampPropertyProblem(provider, parts)
                ?? (
                    parts.HasTimestamp && !results.Any(result => result.SignsTimestamp)
                        ? "its timestamp is not signed; without {timestamp} in the signed text anyone can refresh an old delivery"
                        : null
                );
        if (problem is not null)
        {
            report?.Invoke(Descriptors.BrokenScheme, use.Location(cancellation), name, problem);
            return null;
        }

        var source = use.Named<INamedTypeSymbol>("SecretSource");
        var usable = results.Where(result => IsMeant(result, parts)).ToArray();
        var schemes = usable.Select(result => result.Scheme!).Where(scheme => scheme.KeyPath is not null || source is not null).ToArray();
        if (schemes.Length == 0 || (provider.Attribute(Names.RequireAllSchemes) is not null && schemes.Length < usable.Length))
        {
            report?.Invoke(Descriptors.NoKey, use.Location(cancellation), name, NeededKeys(results));
            return null;
        }

        if (!SecretSourceParser.TryParse(use, source, report, cancellation, out var secretSource))
        {
            return null;
        }

        return new VerificationModel
        {
            Signature = new SignatureModel
            {
                Schemes = schemes.Select(scheme => source is null ? scheme : scheme with { KeyPath = null }).ToEquatableArray(),
                RequiresAll = provider.Attribute(Names.RequireAllSchemes) is not null,
                RequiredHeaders = RequiredHeadersOf(provider),
                SecretSource = secretSource,
            },
            Event = IdentityParser.EventOf(provider),
            DeliveryId = IdentityParser.DeliveryIdOf(provider, schemes),
        };
    }

    private static VerificationModel? ParseCode(AttributeData use, Report? report, CancellationToken cancellation)
    {
        var name = VerificationParser.NameOf(use);
        var broken =
            Obstacle(use) is { } obstacle ? $"generated code cannot construct it: {obstacle}"
            : use.AttributeClass!.Attribute(Names.TimestampFrom) is not null
                ? "code verifies it, and nothing reads [TimestampFrom]: derive its class from TimedCodeSignatureAttribute"
            : null;
        if (broken is not null)
        {
            report?.Invoke(Descriptors.BrokenScheme, use.Location(cancellation), name, broken);
            return null;
        }

        if (CodeToleranceProblem(use) is { } problem)
        {
            report?.Invoke(Descriptors.NoTolerance, use.ArgumentLocation("ToleranceSeconds", cancellation), name, problem);
            return null;
        }

        var arguments = string.Join(", ", use.ConstructorArguments.Select(ConstantExpression.OfArgument));
        var properties = string.Join(
            ", ",
            use.NamedArguments.Select(argument => $"{Identifier.Escape(argument.Key)} = {ConstantExpression.OfArgument(argument.Value)}")
        );
        var initialiser = properties.Length == 0 ? "" : $" {{ {properties} }}";
        return new VerificationModel
        {
            Code = $"new {use.AttributeClass!.ToGlobalName()}({arguments}){initialiser}",
            Event = IdentityParser.EventOf(use.AttributeClass!),
            DeliveryId = IdentityParser.DeliveryIdOf(use.AttributeClass!, []),
        };
    }

    private static VerificationModel? ParseToken(AttributeData use, AttributeData attribute, Report? report, CancellationToken cancellation)
    {
        var header = attribute.Named<string>("Header");
        var query = attribute.Named<string>("Query");
        if (string.IsNullOrEmpty(header) == string.IsNullOrEmpty(query))
        {
            report?.Invoke(
                Descriptors.BrokenScheme,
                use.Location(cancellation),
                VerificationParser.NameOf(use),
                "[TokenScheme] names not exactly one of Header and Query"
            );
            return null;
        }

        if (HeaderNames.Problem(header) is { } headerProblem)
        {
            report?.Invoke(Descriptors.BrokenScheme, use.Location(cancellation), VerificationParser.NameOf(use), headerProblem);
            return null;
        }

        if (ToleranceProblem(use, SignatureParts.Of(use)) is { } toleranceProblem)
        {
            report?.Invoke(
                Descriptors.NoTolerance,
                use.ArgumentLocation("ToleranceSeconds", cancellation),
                VerificationParser.NameOf(use),
                toleranceProblem
            );
            return null;
        }

        if (!SecretSourceParser.TryParseToken(use, report, cancellation, out var secret, out var source))
        {
            return null;
        }

        return new VerificationModel
        {
            Token = TokenOf(attribute, secret) with { SecretSource = source },
            Event = IdentityParser.EventOf(use.AttributeClass!),
            DeliveryId = IdentityParser.DeliveryIdOf(use.AttributeClass!, []),
        };
    }

    private static string? KeyPathOf(AttributeData use, AttributeData attribute) =>
        use.Named<string>(SchemeParser.KindOf(attribute) is SchemeKind.PublicKey ? "PublicKey" : "Secret");

    /// <summary>What keeps generated code from constructing an attribute as its author wrote it.</summary>
    private static string? Obstacle(AttributeData use)
    {
        string? obstacle = null;
        var symbols = use
            .ConstructorArguments.Concat(use.NamedArguments.Select(argument => argument.Value))
            .SelectMany(TypesIn)
            .Prepend(use.AttributeConstructor)
            .Prepend(use.AttributeClass);
        return symbols.OfType<ISymbol>().Any(symbol => !symbol.IsReachable(out obstacle)) ? obstacle : null;
    }

    /// <summary>The types that the expression of an argument names.</summary>
    private static IEnumerable<ISymbol?> TypesIn(TypedConstant argument) =>
        argument switch
        {
            { Kind: TypedConstantKind.Array, IsNull: false } => argument.Values.SelectMany(TypesIn),
            { Kind: TypedConstantKind.Enum } => [argument.Type],
            { Value: ITypeSymbol type } => [type],
            _ => [],
        };

    /// <summary>What verifies in code and signs a time states a tolerance by its base class; any other holds nothing against one.</summary>
    private static string? CodeToleranceProblem(AttributeData use)
    {
        var own = use.NamedArguments.Any(argument => argument.Key == "ToleranceSeconds");
        return !own ? null
            : use.Named<int>("ToleranceSeconds") < 1 ? TooSmall
            : use.AttributeClass!.IsOrInherits(Names.TimedCodeSignature) ? null
            : "its class does not derive from TimedCodeSignatureAttribute, so that nothing is held against a tolerance: leave ToleranceSeconds out";
    }

    /// <summary>The provider states a tolerance, or each author does; one that is not positive lets nothing pass.</summary>
    private static string? ToleranceProblem(AttributeData use, SignatureParts parts)
    {
        var own = use.NamedArguments.Any(argument => argument.Key == "ToleranceSeconds");
        return own && parts.OwnTolerance < 1 ? TooSmall
            : own && !parts.HasTimestamp ? "its provider signs no timestamp that it would be held against: leave ToleranceSeconds out"
            : own && parts.LeavesTimestampOut
                ? $"no timestamp is signed that it would be held against: set {parts.TimestampProperty}, or leave ToleranceSeconds out"
            : parts.Timestamp is { } timestamp
            && !parts.LeavesTimestampOut
            && parts.OwnTolerance == 0
            && timestamp.Named<int>("ToleranceSeconds") == 0
                ? "its provider signs a timestamp and states none: set ToleranceSeconds, 300 for most"
            : null;
    }

    /// <summary>Of two schemes that differ only in when they apply, or with which secrets, the narrower one is never what lets a delivery pass.</summary>
    private static string? HiddenProblem(SchemeParser.Result[] results)
    {
        var schemes = results.Select(result => result.Scheme!).ToArray();
        return schemes.Where((scheme, i) => schemes.Where((other, k) => i != k && Covers(other, scheme)).Any()).Any()
            ? "one of its schemes hides another, which accepts nothing that the first does not"
            : null;

        static bool Covers(SchemeModel wide, SchemeModel narrow) =>
            (wide.WhenHeader is null || (wide.WhenHeader, wide.WhenEquals) == (narrow.WhenHeader, narrow.WhenEquals))
            && (wide.SecretIndex < 0 || wide.SecretIndex == narrow.SecretIndex)
            && Essence(wide) == Essence(narrow);

        static SchemeModel Essence(SchemeModel scheme) => scheme with { WhenHeader = null, WhenEquals = "", SecretIndex = -1 };
    }

    /// <summary>
    /// Whether a scheme is one that the use means. Where the use says whether a timestamp is signed, a scheme of the other kind would let a delivery pass
    /// whose timestamp somebody took away.
    /// </summary>
    private static bool IsMeant(SchemeParser.Result result, SignatureParts parts) =>
        parts.TimestampProperty is null || result.SignsTimestamp != parts.LeavesTimestampOut;

    private static string? TimestampPropertyProblem(INamedTypeSymbol provider, SignatureParts parts) =>
        parts.TimestampProperty is not { } property ? null
        : !provider.HasTextProperty(property)
            ? $"the HeaderProperty of its [TimestampFrom] names '{property}', which is no string property of the attribute"
        : null;

    private static string NeededKeys(SchemeParser.Result[] results) =>
        string.Join(
            " or ",
            results.Select(result => result.Scheme!.Kind is SchemeKind.PublicKey ? "PublicKey" : "Secret").Distinct(StringComparer.Ordinal)
        );
}
