using Hooklatch.Generators.Common;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Plugins;

/// <summary>Writes what a manifest says of a plugin besides its webhooks: its exports, its services, its lifecycle and its routes.</summary>
internal sealed class PluginPartsEmitter
{
    private const string Extensions = "global::Microsoft.Extensions.DependencyInjection.HooklatchServiceCollectionExtensions";
    private const string Create = "global::System.Func<global::System.IServiceProvider, global::Hooklatch.IPluginLifecycle>";
    private const string Map = "global::System.Action<global::Microsoft.AspNetCore.Routing.RouteGroupBuilder>";
    private const string Provider = "global::System.IServiceProvider services";

    private readonly SourceWriter _writer;
    private readonly string _key;
    private readonly PluginPartsModel _parts;
    private readonly Dictionary<string, string> _factories = new(StringComparer.Ordinal);

    public PluginPartsEmitter(SourceWriter writer, PluginModel plugin, PluginPartsModel parts)
    {
        (_writer, _key, _parts) = (writer, Literal.String(plugin.Key), parts);
        var names = new NameScope();
        foreach (var export in parts.Exports.Where(export => !_factories.ContainsKey(export.TypeName)))
        {
            _factories.Add(export.TypeName, names.Unique($"Create{export.Name}"));
        }
    }

    /// <summary>The statements that register the parts, for the manifest's <c>ConfigureServices</c>.</summary>
    public void EmitRegistrations()
    {
        foreach (var export in _parts.Exports)
        {
            _writer.Call($"{Extensions}.AddPluginExport<{export.Contract}>", ["services", _key, $"Exports.{_factories[export.TypeName]}"]);
        }

        foreach (var method in _parts.Services)
        {
            _writer.Line($"{method.Target}(services{(method.TakesConfiguration ? ", configuration" : "")});");
        }
    }

    /// <summary>The manifest's further members.</summary>
    public void EmitMembers()
    {
        if (_parts.ReadsConfiguration)
        {
            _writer.Line("public override bool ReadsConfiguration => true;").Line();
        }

        if (_parts.Lifecycle is { } lifecycle)
        {
            _writer.Line($"public override {Create}? CreateLifecycle =>");
            using (_writer.Indented())
            {
                EmitNew("static services => new", lifecycle.TypeName, lifecycle.Constructor);
            }

            _writer.Line();
        }

        if (_parts.Exports.Count > 0)
        {
            EmitExports();
        }

        if (_parts.Routes.Count > 0)
        {
            _writer.Line($"public override global::System.Collections.Generic.IReadOnlyList<{Map}> Routes =>").Line("[");
            using (_writer.Indented())
            {
                _writer.Lines(_parts.Routes.Select(method => $"static routes => {method.Target}(routes),"));
            }

            _writer.Line("];").Line();
        }
    }

    private void EmitExports()
    {
        var isFirst = true;
        _writer.Line("/// <summary>Builds what other plugins may call.</summary>");
        using (_writer.Braces("private static class Exports"))
        {
            foreach (var type in _parts.Exports.GroupBy(export => export.TypeName, StringComparer.Ordinal).Select(same => same.First()))
            {
                _writer.Lines(isFirst ? [] : [""]);
                isFirst = false;
                using (_writer.Braces($"internal static {type.TypeName} {_factories[type.TypeName]}({Provider})"))
                {
                    EmitNew("return new", type.TypeName, type.Constructor);
                }
            }
        }

        _writer.Line();
    }

    private void EmitNew(string start, string type, EquatableArray<ServiceModel> constructor) =>
        _writer.Call($"{start} {type}", [.. constructor.Select(service => ServiceEmitter.Expression(service, _key))]);
}
