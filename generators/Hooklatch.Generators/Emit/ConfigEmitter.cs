using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes the binder of a <c>[PluginConfig]</c> class.</summary>
internal static class ConfigEmitter
{
    public static GeneratedFile Emit(ConfigModel config, PluginModel plugin)
    {
        var writer = GeneratedFile.Begin();
        using (writer.Braces($"namespace {GeneratedFile.NamespaceOf(plugin.Author, plugin.Module)}"))
        {
            writer.Line(
                $"""
                /// <summary>Reads <see cref="{config.TypeName}"/> from the section Plugins:{plugin.Key}.</summary>
                {GeneratedFile.Attribute}
                """
            );
            using (writer.Braces($"internal static class {config.BinderName}"))
            using (writer.Braces($"public static {config.TypeName} Bind(global::Hooklatch.Configuration.ConfigReader reader)"))
            {
                EmitDefaults(writer, "defaults", config.TypeName, config.Properties);
                EmitObject(writer, "return ", config.TypeName, config.Properties, "reader", "defaults", ";");
            }
        }

        return new GeneratedFile($"{config.BinderName}.g.cs", writer.ToString());
    }

    /// <summary>An object as its class initialises it: where nothing is configured, its values stay.</summary>
    private static void EmitDefaults(SourceWriter writer, string local, string type, EquatableArray<ConfigPropertyModel> properties)
    {
        var required = properties
            .Where(property => property.IsRequired)
            .Select(property => $"{Identifier.Escape(property.Name)} = default!")
            .ToArray();
        writer.Line($"var {local} = new {type}(){(required.Length == 0 ? "" : $" {{ {string.Join(", ", required)} }}")};");
    }

    private static void EmitObject(
        SourceWriter writer,
        string prefix,
        string type,
        EquatableArray<ConfigPropertyModel> properties,
        string reader,
        string defaults,
        string end
    )
    {
        writer.Line($"{prefix}new {type}()").Line("{");
        using (writer.Indented())
        {
            foreach (var property in properties)
            {
                EmitProperty(writer, property, reader, $"{defaults}.{Identifier.Escape(property.Name)}");
            }
        }

        writer.Line("}" + end);
    }

    private static void EmitProperty(SourceWriter writer, ConfigPropertyModel property, string reader, string otherwise)
    {
        var name = Identifier.Escape(property.Name);
        var key = Literal.String(property.Name);
        if (property.Kind is ConfigKind.Nested)
        {
            var required = property
                .Nested.Where(nested => nested.IsRequired)
                .Select(nested => $"{Identifier.Escape(nested.Name)} = default!");
            EmitObject(
                writer,
                $"{name} = !{reader}.Has({key}) ? {otherwise} : ",
                property.ValueTypeName,
                property.Nested,
                $"{reader}.Nested({key})",
                $"({otherwise} ?? new {property.ValueTypeName}() {{ {string.Join(", ", required)} }})",
                ","
            );
            return;
        }

        writer.Line($"{name} = {Value(property, reader, key, otherwise)},");
    }

    private static string Value(ConfigPropertyModel property, string reader, string key, string otherwise) =>
        property.Kind switch
        {
            ConfigKind.Text => $"{reader}.Text({key}, {otherwise})!",
            ConfigKind.Value => $"{reader}.Value<{property.ValueTypeName}>({key}, {otherwise})",
            ConfigKind.NullableValue => $"{reader}.Nullable<{property.ValueTypeName}>({key}, {otherwise})",
            ConfigKind.Member => $"{reader}.Member<{property.ValueTypeName}>({key}, {otherwise})",
            ConfigKind.NullableMember => $"{reader}.NullableMember<{property.ValueTypeName}>({key}, {otherwise})",
            ConfigKind.Address => $"{reader}.Address({key}, {otherwise})!",
            ConfigKind.Dictionary => $"{reader}.Has({key}) ? {reader}.Dictionary({key}) : {otherwise}",
            ConfigKind.Texts => $"{reader}.Has({key}) ? {reader}.Texts{property.Conversion}({key}) : {otherwise}",
            _ => $"{reader}.Has({key}) ? {reader}.Values{property.Conversion}<{property.ValueTypeName}>({key}) : {otherwise}",
        };
}
