using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Configuration;

/// <summary>Reads a <c>[PluginConfig]</c> class.</summary>
internal static class ConfigParser
{
    public static ConfigModel? Parse(INamedTypeSymbol type, Report? report, CancellationToken cancellation)
    {
        if (type.TypeKind is not TypeKind.Class)
        {
            // The compiler refuses the attribute there.
            return null;
        }

        var problem =
            type.IsGenericType ? "it is generic"
            : !type.IsReachable(out var obstacle) ? obstacle
            : ConfigValueParser.CreationProblem(type);
        if (problem is not null)
        {
            report?.Invoke(Descriptors.UnsupportedConfigProperty, type.Location(), $"The class '{type.Name}'", problem);
            return null;
        }

        var properties = new ConfigValueParser(report, cancellation).ParseProperties(type);
        if (SettableProperties.Of(type).FirstOrDefault(IsSwitch) is { } enabled)
        {
            var what = $"The property '{enabled.Name}' of type '{enabled.Type.ToDisplayString()}'";
            report?.Invoke(
                Descriptors.UnsupportedConfigProperty,
                enabled.Location(),
                what,
                "the setting of this name switches the whole plugin on and off; give the property another one"
            );
            return null;
        }

        Action<ValidationProblem>? reject = report is null
            ? null
            : problem =>
            {
                if (problem.Kind is not ValidationProblemKind.Endless)
                {
                    report(Descriptors.UnusableRule, problem.Location, problem.Rule, problem.Target, problem.Message);
                }
                else if (properties is not null)
                {
                    report(Descriptors.UnsupportedConfigProperty, type.Location(), $"The class '{type.Name}'", problem.Message);
                }
            };
        var validation = ValidationParser.ParseObject(type, reject, cancellation);
        var masked = MaskParser.Parse(type, report, cancellation);
        return properties is null
            ? null
            : new ConfigModel
            {
                TypeName = type.ToGlobalName(),
                BinderName = ShortName.Of($"{string.Join("_", Chain(type))}_Binder"),
                Properties = properties.ToEquatableArray(),
                Validation = validation,
                Marks = new MarkFinder(type.ContainingAssembly, cancellation).Open(type).Found,
                Masked = masked.ToEquatableArray(),
            };
    }

    /// <summary>Hooklatch.Lifecycle.PluginSwitch reads it, ignoring case as all of configuration does.</summary>
    private static bool IsSwitch(IPropertySymbol property) => string.Equals(property.Name, "Enabled", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Chain(INamedTypeSymbol type) =>
        (type.ContainingType is null ? [] : Chain(type.ContainingType)).Append(type.Name);
}
