using Hooklatch.Generators.Common;
using Hooklatch.Generators.Validation;

namespace Hooklatch.Generators.Configuration;

/// <summary>Writes the file of a <c>[PluginConfig]</c> class: its binder, its schema, and the texts of records that hide their secrets.</summary>
internal static class ConfigEmitter
{
    private const string Room = "global::Hooklatch.Configuration.";

    public static GeneratedFile Emit(ConfigModel config, PluginModel plugin)
    {
        var writer = GeneratedFile.Begin(config.Marks, isForOthers: true);
        EmitSchema(writer, config, plugin);
        using (writer.Braces($"namespace {GeneratedFile.NamespaceOf(plugin.Author, plugin.Module)}"))
        {
            writer.Line(
                $"""
                /// <summary>Reads <see cref="{config.TypeName}"/> from the section Plugins:{plugin.Key}.</summary>
                {GeneratedFile.AttributesFor(config.Marks)}
                """
            );
            using (writer.Braces($"internal sealed class {config.BinderName} : {Room}PluginConfigBinder<{config.TypeName}>"))
            {
                writer
                    .Line("/// <summary>The settings, as the properties of a JSON schema.</summary>")
                    .Line("internal const string Schema =")
                    .Line($"    {Literal.Raw(ConfigSchema.Properties(config.Properties), "    ")};")
                    .Line()
                    .Line($"public override {config.TypeName} Bind({Room}ConfigReader reader) => BindAll(reader, null);");

                EmitValidate(writer, config);
                EmitWithSecrets(writer, config);
                new ConfigObjectEmitter(writer).Emit(config.TypeName, config.Properties);
                EmitRules(writer, config);
            }
        }

        foreach (var masked in config.Masked)
        {
            writer.Line();
            MaskEmitter.Emit(writer, masked, config.Marks);
        }

        return new GeneratedFile($"{config.BinderName}.g.cs", writer.ToString());
    }

    private static void EmitSchema(SourceWriter writer, ConfigModel config, PluginModel plugin)
    {
        var required = ConfigSchema.Required(config.Properties).Select(name => ", " + Literal.String(name));
        writer.Line(
            $"""
            [assembly: global::Hooklatch.Lifecycle.PluginConfigSchema(
                {Literal.String(plugin.Key)},
                global::{GeneratedFile.NamespaceOf(plugin.Author, plugin.Module)}.{config.BinderName}.Schema,
                {Literal.Raw(ConfigSchema.Skeleton(config.Properties), "    ")}{string.Concat(required)})]

            """
        );
    }

    private static void EmitValidate(SourceWriter writer, ConfigModel config)
    {
        if (config.Validation is { } validation)
        {
            writer.Line();
            writer
                .Line($"public override void Validate({ValidationEmitter.Runtime} rules, {config.TypeName} config) =>")
                .Line($"    Rules.{validation.Method}(rules, \"\", config);");
        }
    }

    private static void EmitWithSecrets(SourceWriter writer, ConfigModel config)
    {
        if (config.Properties.Any(property => property.HoldsSecret))
        {
            writer.Line();
            writer
                .Line($"public override {config.TypeName} WithSecrets({Room}ConfigReader reader, {config.TypeName} last) =>")
                .Line("    RenewAll(reader, last);");
        }
    }

    private static void EmitRules(SourceWriter writer, ConfigModel config)
    {
        if (config.Validation is { } validation)
        {
            writer.Line();
            ValidationEmitter.EmitMembers(writer, "Rules", validation);
        }
    }
}
