using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>
/// Reads the schemes that a <c>SignatureAttribute</c> class carries as attributes, in this or another assembly. What a scheme says is fixed
/// here, so that no template is interpreted at run time.
/// </summary>
internal static class SchemeParser
{
    private const int MostRules = 32;

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

    public static TokenModel TokenOf(AttributeData scheme, string secret) =>
        new(
            secret,
            scheme.Named<string>("Header"),
            scheme.Named<string>("Query"),
            scheme.Named<string>("Prefix") ?? "",
            scheme.Named<bool>("IsBase64")
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

        var schemes = provider.GetAttributes().Where(RuleParser.IsScheme).ToArray();
        var parts = SchemeParts.Of(use);
        if (ToleranceProblem(use, parts) is { } toleranceProblem)
        {
            report?.Invoke(Descriptors.NoTolerance, use.ArgumentLocation("ToleranceSeconds", cancellation), name, toleranceProblem);
            return null;
        }

        var results = schemes.Select(scheme => RuleParser.Parse(scheme, parts, KeyPathOf(use, scheme))).ToArray();
        var problem =
            schemes.Length == 0 ? "it has no scheme; put [HmacScheme(…)] on the attribute class"
            : schemes.Length > MostRules ? $"it has more than {MostRules} schemes"
            : results.Select(result => result.Problem).FirstOrDefault(one => one is not null)
                ?? HiddenProblem(results)
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
        var rules = results.Select(result => result.Rule!).Where(rule => rule.KeyPath is not null || source is not null).ToArray();
        if (rules.Length == 0 || (provider.Attribute(Names.RequireAllSchemes) is not null && rules.Length < schemes.Length))
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
                Rules = rules.Select(rule => source is null ? rule : rule with { KeyPath = null }).ToEquatableArray(),
                RequiresAll = provider.Attribute(Names.RequireAllSchemes) is not null,
                RequiredHeaders = RequiredHeadersOf(provider),
                SecretSource = secretSource,
            },
            Event = IdentityParser.EventOf(provider),
            DeliveryId = IdentityParser.DeliveryIdOf(provider, rules),
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

    private static VerificationModel? ParseToken(AttributeData use, AttributeData scheme, Report? report, CancellationToken cancellation)
    {
        var header = scheme.Named<string>("Header");
        var query = scheme.Named<string>("Query");
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

        if (use.Named<INamedTypeSymbol>("SecretSource") is not null)
        {
            report?.Invoke(
                Descriptors.BrokenSecretSource,
                use.ArgumentLocation("SecretSource", cancellation),
                VerificationParser.NameOf(use),
                "it verifies a token, which is compared with one of the configuration"
            );
            return null;
        }

        if (ToleranceProblem(use, SchemeParts.Of(use)) is { } toleranceProblem)
        {
            report?.Invoke(
                Descriptors.NoTolerance,
                use.ArgumentLocation("ToleranceSeconds", cancellation),
                VerificationParser.NameOf(use),
                toleranceProblem
            );
            return null;
        }

        if (use.Named<string>("Secret") is not { } secret)
        {
            report?.Invoke(Descriptors.NoKey, use.Location(cancellation), VerificationParser.NameOf(use), "Secret");
            return null;
        }

        return new VerificationModel
        {
            Token = TokenOf(scheme, secret),
            Event = IdentityParser.EventOf(use.AttributeClass!),
            DeliveryId = IdentityParser.DeliveryIdOf(use.AttributeClass!, []),
        };
    }

    private static string? KeyPathOf(AttributeData use, AttributeData scheme) =>
        use.Named<string>(RuleParser.KindOf(scheme) is RuleKind.PublicKey ? "PublicKey" : "Secret");

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
    private static string? ToleranceProblem(AttributeData use, SchemeParts parts)
    {
        var own = use.NamedArguments.Any(argument => argument.Key == "ToleranceSeconds");
        return own && parts.OwnTolerance < 1 ? TooSmall
            : own && !parts.HasTimestamp ? "its provider signs no timestamp that it would be held against: leave ToleranceSeconds out"
            : parts.Timestamp is { } timestamp && parts.OwnTolerance == 0 && timestamp.Named<int>("ToleranceSeconds") == 0
                ? "its provider signs a timestamp and states none: set ToleranceSeconds, 300 for most"
            : null;
    }

    /// <summary>Of two rules that differ only in when they apply, or with which secrets, the narrower one is never what lets a delivery pass.</summary>
    private static string? HiddenProblem(RuleParser.Result[] results)
    {
        var rules = results.Select(result => result.Rule!).ToArray();
        return rules.Where((rule, i) => rules.Where((other, k) => i != k && Covers(other, rule)).Any()).Any()
            ? "one of its schemes hides another, which accepts nothing that the first does not"
            : null;

        static bool Covers(RuleModel wide, RuleModel narrow) =>
            (wide.WhenHeader is null || (wide.WhenHeader, wide.WhenEquals) == (narrow.WhenHeader, narrow.WhenEquals))
            && (wide.SecretIndex < 0 || wide.SecretIndex == narrow.SecretIndex)
            && Essence(wide) == Essence(narrow);

        static RuleModel Essence(RuleModel rule) => rule with { WhenHeader = null, WhenEquals = "", SecretIndex = -1 };
    }

    private static string NeededKeys(RuleParser.Result[] results) =>
        string.Join(
            " or ",
            results.Select(result => result.Rule!.Kind is RuleKind.PublicKey ? "PublicKey" : "Secret").Distinct(StringComparer.Ordinal)
        );
}
