using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Services;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Verification;

/// <summary>Reads how the plugin's source of tenants' secrets is built.</summary>
internal static class SecretSourceParser
{
    /// <summary>Where a token comes from: one path, or a source that knows those of tenants.</summary>
    public static bool TryParseToken(
        AttributeData use,
        Report? report,
        CancellationToken cancellation,
        out string? secret,
        out SecretSourceModel? source
    )
    {
        secret = use.Named<string>("Secret");
        var type = use.Named<INamedTypeSymbol>("SecretSource");
        if (!TryParse(use, type, report, cancellation, out source))
        {
            return false;
        }

        if (secret is not null || source is not null)
        {
            return true;
        }

        // One that is written and null is told as what no secret is.
        if (!use.NamedArguments.Any(argument => argument.Key == "Secret"))
        {
            report?.Invoke(Descriptors.NoKey, use.Location(cancellation), VerificationParser.NameOf(use), "Secret");
        }

        return false;
    }

    public static bool TryParse(
        AttributeData use,
        INamedTypeSymbol? source,
        Report? report,
        CancellationToken cancellation,
        out SecretSourceModel? model
    )
    {
        model = null;
        if (source is null)
        {
            return true;
        }

        var constructors = source
            .InstanceConstructors.Where(constructor =>
                constructor.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
            )
            .Where(constructor => !CallParser.IsCopyConstructor(constructor, source))
            .ToArray();
        var problem =
            use.Named<string>("Secret") is not null || use.Named<string>("PublicKey") is not null
                ? "both a SecretSource and a key in the configuration: one would hide the other"
            : !source.Implements(Names.SecretSource) ? $"'{source.Name}' does not implement ISecretSource"
            : source.IsAbstract || source.IsGenericType ? $"'{source.Name}' is abstract or generic"
            : constructors.Length != 1 ? $"'{source.Name}' must have one public or internal constructor"
            : constructors[0].Parameters.Any(parameter => parameter.Type.Is(Names.WebhookContext))
                ? $"'{source.Name}' takes the WebhookContext, which there is none of before the verification"
            : constructors[0]
                .Parameters.Any(parameter => parameter.Type.Is(Names.HttpContext) || parameter.Type.Is(Names.HttpContextAccessor))
                ? $"'{source.Name}' takes the request, and is asked once for all requests of a tenant"
            : CallParser.RequiredMember(source, constructors[0]) is { } required
                ? $"'{required}' is a required member of '{source.Name}', which injection cannot set"
            : !source.IsReachable(out var obstacle) ? $"generated code cannot construct it: {obstacle}"
            : null;
        if (problem is not null)
        {
            report?.Invoke(
                Descriptors.BrokenSecretSource,
                use.ArgumentLocation("SecretSource", cancellation),
                VerificationParser.NameOf(use),
                problem
            );
            return false;
        }

        model = new SecretSourceModel(source.ToGlobalName(), constructors[0].Parameters.Select(ServiceParser.Parse).ToEquatableArray());
        return true;
    }
}
