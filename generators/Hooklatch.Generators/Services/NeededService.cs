using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Services;

/// <summary>A service that must be registered, and who takes it.</summary>
/// <param name="TypeName">As a <c>global::</c> name.</param>
/// <param name="Key">The key as a C# expression; <see langword="null"/> for none.</param>
/// <param name="Options">The type of the options that the service is of, as a <c>global::</c> name; <see langword="null"/> where it is of none.</param>
/// <param name="Users">The author's classes and methods, for people, in ordinal order.</param>
/// <param name="Marks">The marks of what the manifest names.</param>
internal sealed record NeededService(string TypeName, string? Key, string? Options, EquatableArray<string> Users, Marks Marks)
{
    /// <summary>The manifest's own property.</summary>
    private const string PluginKey = "Key";

    /// <summary>What somebody takes, without what is there in any case and what may be missing.</summary>
    public static IEnumerable<NeededService> Of(IEnumerable<ServiceModel> services, string user) =>
        services
            .Where(service =>
                service is { Kind: ServiceKind.Registered or ServiceKind.Keyed, IsOptional: false, IsGiven: false }
                || service is { Kind: ServiceKind.OfPlugin, IsOptional: false } && NeedsStore(service)
            )
            .Select(service => new NeededService(
                service.TypeName,
                service.Kind is ServiceKind.OfPlugin ? PluginKey
                    : service.Kind is ServiceKind.Keyed ? service.Key
                    : null,
                service.OptionsName,
                new[] { user }.ToEquatableArray(),
                service.Marks
            ));

    /// <summary>A service of the plugin that there is only where a store is.</summary>
    private static bool NeedsStore(ServiceModel service) => service.TypeName is $"global::{Names.Jobs}" or $"global::{Names.KeyValueStore}";

    /// <summary>Each service once, with all who take it.</summary>
    public static EquatableArray<NeededService> Merge(IEnumerable<NeededService> services) =>
        services
            .GroupBy(service => (service.TypeName, service.Key, service.Options))
            .Select(same => new NeededService(
                same.Key.TypeName,
                same.Key.Key,
                same.Key.Options,
                same.SelectMany(service => service.Users)
                    .Distinct(StringComparer.Ordinal)
                    .OrderBy(user => user, StringComparer.Ordinal)
                    .ToEquatableArray(),
                Marks.Union(same.Select(service => service.Marks))
            ))
            .OrderBy(service => service.TypeName, StringComparer.Ordinal)
            .ThenBy(service => service.Key, StringComparer.Ordinal)
            .ToEquatableArray();
}
