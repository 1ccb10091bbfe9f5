using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Checks;

/// <summary>How far a path such as <c>Stripe:Secrets</c> leads into the plugin's configuration classes.</summary>
/// <param name="Scope">The class that the path reached; <see langword="null"/> where the plugin has no configuration class.</param>
/// <param name="Depth">How many of its segments led to a property on the way there.</param>
/// <param name="Segment">The segment that <see cref="Scope"/> was asked for.</param>
/// <param name="Property">The property at the end of the path; <see langword="null"/> where there is none.</param>
internal sealed record SecretPath(ITypeSymbol? Scope, int Depth, string Segment, IPropertySymbol? Property)
{
    public bool LeadsToSecret => Property?.Attribute(Names.Secret) is not null;

    /// <summary>Whether the segment is a property that configuration cannot set.</summary>
    public bool IsReadOnly => Property is null && Scope?.GetMembers(Segment).Any(member => member is IPropertySymbol) == true;

    /// <summary>Follows a path in each configuration class and keeps the best: a secret, else a property, else the longest way.</summary>
    public static SecretPath Follow(PluginIndex index, string path)
    {
        var segments = path.Split(':');
        return index
                .Configs.Select(config => Follow(config, segments))
                .OrderByDescending(found => found.LeadsToSecret)
                .ThenByDescending(found => found.Property is not null)
                .ThenByDescending(found => found.Depth)
                .FirstOrDefault()
            ?? new SecretPath(null, 0, segments[0], null);
    }

    private static SecretPath Follow(ITypeSymbol config, string[] segments)
    {
        var scope = config;
        for (var depth = 0; ; depth++)
        {
            // As configuration does, ignoring case.
            var property = SettableProperties
                .Of(scope)
                .FirstOrDefault(candidate => string.Equals(candidate.Name, segments[depth], StringComparison.OrdinalIgnoreCase));
            if (property is null || depth == segments.Length - 1)
            {
                return new SecretPath(scope, depth, segments[depth], property);
            }

            scope = property.Type;
        }
    }
}
