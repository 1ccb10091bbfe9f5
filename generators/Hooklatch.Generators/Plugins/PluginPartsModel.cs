using Hooklatch.Generators.Common;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Plugins;

/// <summary>What a plugin has besides webhooks, configuration and contexts, each sorted.</summary>
internal sealed record PluginPartsModel
{
    public static PluginPartsModel None { get; } = new();

    /// <summary>The <c>[PluginServices]</c> methods.</summary>
    public EquatableArray<ServicesMethodModel> Services { get; init; }

    /// <summary>The class that implements <c>IPluginLifecycle</c>; of several, which are reported, the first.</summary>
    public LifecycleModel? Lifecycle { get; init; }

    /// <summary>The interfaces that other plugins may call.</summary>
    public EquatableArray<ExportModel> Exports { get; init; }

    /// <summary>Whether a source file of the plugin names the host's configuration.</summary>
    public bool ReadsConfiguration { get; init; }

    /// <summary>The <c>[PluginRoutes]</c> methods.</summary>
    public EquatableArray<RoutesMethodModel> Routes { get; init; }

    /// <summary>What the classes that are built take of dependency injection.</summary>
    public IEnumerable<NeededService> NeededServices =>
        [
            .. Lifecycle is null ? [] : NeededService.Of(Lifecycle.Constructor, Lifecycle.TypeName.Replace("global::", "")),
            .. Exports.SelectMany(export => NeededService.Of(export.Constructor, export.TypeName.Replace("global::", ""))),
        ];

    /// <summary>The marks of all that the parts use.</summary>
    public Marks Marks =>
        Marks.Union([
            .. Services.Select(method => method.Marks),
            Lifecycle?.Marks,
            .. Exports.Select(export => export.Marks),
            .. Routes.Select(method => method.Marks),
        ]);
}
