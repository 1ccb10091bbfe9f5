using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes the binder of a <c>[PluginConfig]</c> class: one method for the class and one for each object in it.</summary>
internal sealed class ConfigEmitter
{
    private const string Reader = "global::Hooklatch.Configuration.ConfigReader reader";

    private readonly SourceWriter _writer = GeneratedFile.Begin();
    private readonly NameScope _methods = new("Bind");
    private readonly Dictionary<string, string> _methodsByType = new(StringComparer.Ordinal);
    private readonly Queue<ConfigPropertyModel> _pending = new();

    public static GeneratedFile Emit(ConfigModel config, PluginModel plugin)
    {
        var emitter = new ConfigEmitter();
        emitter.EmitBinder(config, plugin);
        return new GeneratedFile($"{config.BinderName}.g.cs", emitter._writer.ToString());
    }

    private void EmitBinder(ConfigModel config, PluginModel plugin)
    {
        using (_writer.Braces($"namespace {GeneratedFile.NamespaceOf(plugin.Author, plugin.Module)}"))
        {
            _writer.Line(
                $"""
                /// <summary>Reads <see cref="{config.TypeName}"/> from the section Plugins:{plugin.Key}.</summary>
                {GeneratedFile.Attribute}
                """
            );
            using (_writer.Braces($"internal static class {config.BinderName}"))
            {
                using (_writer.Braces($"public static {config.TypeName} Bind({Reader})"))
                {
                    EmitObject("var defaults =", config.TypeName, config.Properties);
                }

                while (_pending.Count > 0)
                {
                    EmitNested(_pending.Dequeue());
                }
            }
        }
    }

    private void EmitNested(ConfigPropertyModel nested)
    {
        var type = nested.ValueTypeName;
        _writer.Line();
        using (_writer.Braces($"private static {type} {_methodsByType[type]}({Reader}, {type}? defaults)"))
        {
            EmitObject("defaults ??=", type, nested.Nested);
        }
    }

    /// <summary>An object as its class initialises it, and then as it is configured: where nothing is, the first one's values stay.</summary>
    private void EmitObject(string defaults, string type, EquatableArray<ConfigPropertyModel> properties)
    {
        var required = properties
            .Where(property => property.IsRequired)
            .Select(property => $"{Identifier.Escape(property.Name)} = default!");
        _writer.Line($"{defaults} new {type}{(required.Any() ? $" {{ {string.Join(", ", required)} }}" : "()")};");
        if (properties.Count == 0)
        {
            _writer.Line("return defaults;");
            return;
        }

        _writer.Line($"return new {type}").Line("{");
        using (_writer.Indented())
        {
            _writer.Lines(properties.Select(property => $"{Identifier.Escape(property.Name)} = {Value(property)},"));
        }

        _writer.Line("};");
    }

    private string Value(ConfigPropertyModel property)
    {
        var key = Literal.String(property.Name);
        var otherwise = $"defaults.{Identifier.Escape(property.Name)}";
        return property.Kind switch
        {
            ConfigKind.Text => $"reader.Text({key}, {otherwise})",
            ConfigKind.Value => $"reader.Value<{property.ValueTypeName}>({key}, {otherwise})",
            ConfigKind.NullableValue => $"reader.Nullable<{property.ValueTypeName}>({key}, {otherwise})",
            ConfigKind.Member => $"reader.Member<{property.ValueTypeName}>({key}, {otherwise})",
            ConfigKind.NullableMember => $"reader.NullableMember<{property.ValueTypeName}>({key}, {otherwise})",
            ConfigKind.Address => $"reader.Address({key}, {otherwise})",
            ConfigKind.Dictionary => $"reader.Has({key}) ? reader.Dictionary({key}) : {otherwise}",
            ConfigKind.Texts => $"reader.Has({key}) ? reader.Texts{property.Conversion}({key}) : {otherwise}",
            ConfigKind.Values => $"reader.Has({key}) ? reader.Values{property.Conversion}<{property.ValueTypeName}>({key}) : {otherwise}",
            _ => $"reader.Has({key}) ? {MethodFor(property)}(reader.Nested({key}), {otherwise}) : {otherwise}",
        };
    }

    /// <summary>The method for a nested object's type, called after the first property that has it.</summary>
    private string MethodFor(ConfigPropertyModel property)
    {
        if (!_methodsByType.TryGetValue(property.ValueTypeName, out var method))
        {
            method = _methods.Unique($"Bind{property.Name}");
            _methodsByType.Add(property.ValueTypeName, method);
            _pending.Enqueue(property);
        }

        return method;
    }
}
