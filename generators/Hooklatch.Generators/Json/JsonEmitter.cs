using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Json;

/// <summary>Writes how a plugin reads and writes JSON: for each serializer context its options, and by them its types.</summary>
internal static class JsonEmitter
{
    /// <summary>How a type is read and written.</summary>
    public static string TypeInfo(string context, string type) => $"Json.{TypeOf(context)}<{type}>.Info";

    // The suffixes keep a member apart from keywords, from the class that holds it, from the members of object, and from each other.
    private static string OptionsOf(string context) => $"{context}Options";

    private static string TypeOf(string context) => $"{context}Type";

    public static GeneratedFile Emit(PluginModel plugin, IReadOnlyList<JsonContextModel> contexts)
    {
        var marks = Marks.Union(contexts.Select(context => context.Marks));
        var writer = GeneratedFile.Begin(marks);
        using (writer.Braces($"namespace {GeneratedFile.NamespaceOf(plugin.Author, plugin.Module)}"))
        {
            writer.Line(
                $"""
                /// <summary>How this plugin reads and writes JSON.</summary>
                {GeneratedFile.AttributesFor(marks)}
                """
            );
            using (writer.Braces("internal static class Json"))
            {
                foreach (var context in contexts)
                {
                    EmitContext(writer, context);
                }
            }
        }

        return new GeneratedFile("Json.g.cs", writer.ToString());
    }

    private static void EmitContext(SourceWriter writer, JsonContextModel context)
    {
        var options = OptionsOf(context.FieldName);
        writer
            .Line(
                $"""
                private static readonly global::System.Text.Json.JsonSerializerOptions {options} =
                    global::Hooklatch.Http.WebhookJson.Options({context.TypeName}.Default, hasOwnOptions: {Literal.Bool(
                    context.HasOwnOptions
                )});
                """
            )
            .Line();
        using (writer.Braces($"internal static class {TypeOf(context.FieldName)}<T>"))
        {
            writer.Line(
                $"""
                internal static readonly global::System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> Info =
                    global::Hooklatch.Http.WebhookJson.TypeInfo<T>({options});
                """
            );
        }

        writer.Line();
    }
}
