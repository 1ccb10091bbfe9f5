using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes the JSON options of a plugin, one field per serializer context.</summary>
internal static class JsonEmitter
{
    public static GeneratedFile Emit(PluginModel plugin, IReadOnlyList<JsonContextModel> contexts)
    {
        var writer = GeneratedFile.Begin();
        using (writer.Braces($"namespace {GeneratedFile.NamespaceOf(plugin.Author, plugin.Module)}"))
        {
            writer.Line(
                $"""
                /// <summary>How this plugin reads and writes JSON.</summary>
                {GeneratedFile.Attribute}
                """
            );
            using (writer.Braces("internal static class Json"))
            {
                writer.Lines(
                    contexts.Select(context =>
                        $"""
                        internal static readonly global::System.Text.Json.JsonSerializerOptions {Identifier.Escape(context.FieldName)} =
                            global::Hooklatch.Binding.WebhookJson.Options({context.TypeName}.Default, hasOwnOptions: {Literal.Bool(
                            context.HasOwnOptions
                        )});
                        """
                    )
                );
            }
        }

        return new GeneratedFile("Json.g.cs", writer.ToString());
    }
}
