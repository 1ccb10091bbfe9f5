using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Services;

/// <summary>Reads a parameter that dependency injection fills.</summary>
internal static class ServiceParser
{
    private static readonly string[] Options =
    [
        "Microsoft.Extensions.Options.IOptions`1",
        "Microsoft.Extensions.Options.IOptionsMonitor`1",
        "Microsoft.Extensions.Options.IOptionsSnapshot`1",
    ];

    public static ServiceModel Parse(IParameterSymbol parameter) => Parse(Bindable.Of(parameter));

    public static ServiceModel Parse(Bindable target)
    {
        var keyed = target.Attribute(Names.FromKeyedServices);
        var type = target.Type;
        return new ServiceModel
        {
            Kind =
                keyed is not null ? ServiceKind.Keyed
                : type.Is(Names.WebhookContext) ? ServiceKind.WebhookContext
                : type.Is(Names.HttpContext) ? ServiceKind.HttpContext
                : type.Is(Names.ServiceProvider) ? ServiceKind.Provider
                : type.Is(Names.Storage) || type.Is(Names.Logger) || type.Is(Names.Jobs) || type.Is(Names.KeyValueStore)
                    ? ServiceKind.OfPlugin
                : ServiceKind.Registered,
            TypeName = type.ToNotNullName(),
            IsOptional = target.IsOptional,
            IsForgiven = target.IsForgiven,
            Key =
                keyed is null ? null
                : keyed.ConstructorArguments is [var key] ? ConstantExpression.OfObject(key)
                // [FromKeyedServices] inherits the key of its class, and a handler's class has none.
                : "null",
            IsGiven = IsGiven(type, target.Symbol.ContainingAssembly),
            OptionsName = OptionsName(type),
            Marks = MarksOf(type, keyed, target.Symbol.ContainingAssembly),
        };
    }

    private static Marks MarksOf(ITypeSymbol type, AttributeData? keyed, IAssemblySymbol plugin)
    {
        var finder = new MarkFinder(plugin, CancellationToken.None).Use(type);
        return (keyed is null ? finder : finder.Use(keyed)).Found;
    }

    /// <summary>The framework's logger of a class, and what the plugin's own manifest registers.</summary>
    private static bool IsGiven(ITypeSymbol type, IAssemblySymbol plugin)
    {
        var config = type is INamedTypeSymbol { TypeArguments: [var argument] } && type.Is(Names.LivePluginConfig) ? argument : type;
        return type.Is(Names.LoggerOf)
            || config.Attribute(Names.PluginConfig) is not null && SymbolEqualityComparer.Default.Equals(config.ContainingAssembly, plugin);
    }

    private static string? OptionsName(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol options] } && !options.IsFramework() && Options.Any(type.Is)
            ? options.ToNotNullName()
            : null;
}
