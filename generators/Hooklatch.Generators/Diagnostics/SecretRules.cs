using Hooklatch.Generators.Parse;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.Generators.Diagnostics;

/// <summary>A secret is named, never written: its path leads to a <c>[Secret]</c> property of the plugin's configuration.</summary>
internal static class SecretRules
{
    public static void Check(IMethodSymbol method, PluginIndex index, Report report, CancellationToken cancellation)
    {
        foreach (var attribute in method.GetAttributes().Concat(method.ContainingType.GetAttributes()))
        {
            // The value itself is never repeated: it may be the secret that somebody pasted.
            if (VerificationParser.IsVerification(attribute) && attribute.Named<string>("Secret") is { } path)
            {
                Check(attribute, path, index, report, cancellation);
            }
        }
    }

    private static void Check(AttributeData attribute, string path, PluginIndex index, Report report, CancellationToken cancellation)
    {
        var found = index.Configs.Select(config => Follow(config, path.Split(':'))).OrderByDescending(step => step.Depth).FirstOrDefault();
        var location = ArgumentLocation(attribute, cancellation, out var isNamed);
        var name = VerificationParser.NameOf(attribute);
        if (found.Property is { } property)
        {
            if (property.Attribute(Names.Secret) is null)
            {
                report(Descriptors.NotASecret, location, name, Suggestion(index));
            }

            return;
        }

        if (isNamed || found.Depth > 0)
        {
            var scope = found.Scope ?? (index.Configs.Count > 0 ? index.Configs[0] : null);
            report(
                Descriptors.UnknownConfigProperty,
                location,
                name,
                path.Split(':')[found.Depth],
                scope?.Name ?? "the plugin",
                scope is null ? "declare a [PluginConfig] class with it" : "add the property or name another"
            );
            return;
        }

        report(Descriptors.NotASecret, location, name, Suggestion(index));
    }

    /// <summary>Follows a path as configuration does, ignoring case.</summary>
    private static (int Depth, ITypeSymbol? Scope, IPropertySymbol? Property) Follow(ITypeSymbol config, string[] path)
    {
        var scope = config;
        for (var depth = 0; depth < path.Length; depth++)
        {
            var property = ConfigParser
                .PropertiesOf(scope)
                .FirstOrDefault(candidate => string.Equals(candidate.Name, path[depth], StringComparison.OrdinalIgnoreCase));
            if (property is null || depth == path.Length - 1)
            {
                return (depth, scope, property);
            }

            scope = property.Type;
        }

        return (0, scope, null);
    }

    private static string Suggestion(PluginIndex index) =>
        index
            .Configs.SelectMany(config =>
                ConfigParser
                    .PropertiesOf(config)
                    .Where(property => property.Attribute(Names.Secret) is not null)
                    .Select(property => $"{config.Name}.{property.Name}")
            )
            .FirstOrDefault()
        ?? "MyConfig.MySecret";

    /// <summary>Where the argument stands, and whether it names a symbol rather than being a literal.</summary>
    private static Location? ArgumentLocation(AttributeData attribute, CancellationToken cancellation, out bool isNamed)
    {
        var syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) as AttributeSyntax;
        var argument = syntax?.ArgumentList?.Arguments.FirstOrDefault(candidate =>
            candidate.NameEquals?.Name.Identifier.ValueText == "Secret"
        );
        isNamed = argument?.Expression is not (null or LiteralExpressionSyntax or InterpolatedStringExpressionSyntax);
        return argument?.Expression.GetLocation() ?? syntax?.GetLocation();
    }
}
