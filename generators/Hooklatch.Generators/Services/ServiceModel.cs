using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Services;

/// <summary>A constructor argument, or a handler's parameter that is a service.</summary>
internal sealed record ServiceModel
{
    public required ServiceKind Kind { get; init; }

    /// <summary>As a <c>global::</c> name, without a nullable annotation of its own.</summary>
    public required string TypeName { get; init; }

    /// <summary>Whether <see langword="null"/> (or the default) is passed where nothing is registered.</summary>
    public required bool IsOptional { get; init; }

    /// <summary>Whether that is so although the type does not admit it, as in <c>IClock clock = null!</c>.</summary>
    public required bool IsForgiven { get; init; }

    /// <summary>The key as a C# expression, for a keyed service.</summary>
    public required string? Key { get; init; }

    /// <summary>Whether every host that serves the plugin has it, so that nobody needs to check: a logger, the plugin's own configuration.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>The type of the options, as a <c>global::</c> name, where the service is <c>IOptions</c> of a type that is not the framework's.</summary>
    public required string? OptionsName { get; init; }

    /// <summary>The marks of the type and its key.</summary>
    public required Marks Marks { get; init; }
}

internal enum ServiceKind
{
    Registered,
    Keyed,

    /// <summary>A service of the plugin itself, registered with its key.</summary>
    OfPlugin,
    Provider,
    WebhookContext,
    HttpContext,
}
