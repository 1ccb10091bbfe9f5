using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes the JSON options of a plugin, one field per serializer context.</summary>
internal static class JsonEmitter
{
    /// <summary>The suffix keeps a field apart from keywords, from the class that holds it and from the members of object.</summary>
    public static string FieldOf(string context) => $"{context}Options";

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
                        internal static readonly global::System.Text.Json.JsonSerializerOptions {FieldOf(context.FieldName)} =
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
