using Hooklatch.Generators.Common;
using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Text;

namespace Hooklatch.Generators.Handlers;

/// <summary>Writes the file of one class of handlers: the members of each, and what they share.</summary>
internal static class HandlerClassEmitter
{
    /// <summary>
    /// The rooms whose types are written by their simple names. They are imported within the namespace, so that they come before every type of the
    /// author's. No generated class hides one: its name has an underscore or ends in Sender or Events, or is Manifest or Json.
    /// </summary>
    private const string Usings = """
        using global::Hooklatch.Binding;
        using global::Hooklatch.Deliveries;
        using global::Hooklatch.Description;
        using global::Hooklatch.Endpoints;
        using global::Hooklatch.Http;
        using global::Hooklatch.Json;
        using global::Hooklatch.Lifecycle;
        using global::System.Threading.Tasks;

        """;

    /// <summary>
    /// How many endpoints one method builds. Their constructors are inlined into it, so that a host that starts reads them in one place; into a method
    /// of hundreds, the native compiler inlines nothing.
    /// </summary>
    private const int HandlersPerMethod = 32;

    public static GeneratedFile Emit(HandlerClassModel model, PluginModel plugin)
    {
        var marks = Marks.Union(model.Handlers.SelectMany(handler => new[] { handler.Marks, handler.Settings?.Verification.Marks }));
        var writer = GeneratedFile.Begin(marks);
        using (writer.Braces($"namespace {GeneratedFile.NamespaceOf(plugin.Author, plugin.Module)}"))
        {
            writer.Line(
                $"""
                {Usings}
                /// <summary>{Literal.Comment($"The handlers of {model.Target}.")}</summary>
                {GeneratedFile.AttributesFor(marks)}
                """
            );
            using (writer.Braces($"internal static class {model.Name}"))
            {
                EmitMap(writer, [.. model.Handlers.Where(handler => handler.Settings is not null)], plugin);
                var enums = new JsonEnumEmitter(new NameScope());
                foreach (var handler in model.Handlers)
                {
                    HandlerEmitter.Emit(writer, handler, plugin, enums);
                }

                enums.EmitAll(writer);
                TextEmitter.EmitReaders(writer, model.Handlers.SelectMany(TextsOf));
            }
        }

        return new GeneratedFile($"{model.Name}.g.cs", writer.ToString());
    }

    private static void EmitMap(SourceWriter writer, HandlerModel[] handlers, PluginModel plugin)
    {
        if (handlers.Length == 0)
        {
            return;
        }

        var parts = (handlers.Length + HandlersPerMethod - 1) / HandlersPerMethod;
        writer.Line("/// <summary>Adds the endpoints.</summary>");
        if (parts > 1)
        {
            using (writer.Braces("internal static void Map(WebhookMap map)"))
            {
                writer.Lines(Enumerable.Range(1, parts).Select(part => $"Map{Literal.Number(part)}(map);"));
            }

            writer.Line();
        }

        for (var part = 0; part < parts; part++)
        {
            var name = parts > 1 ? $"private static void Map{Literal.Number(part + 1)}" : "internal static void Map";
            using (writer.Braces($"{name}(WebhookMap map)"))
            {
                foreach (var handler in handlers.Skip(part * HandlersPerMethod).Take(HandlersPerMethod))
                {
                    HandlerEmitter.EmitEndpoint(writer, handler, plugin);
                }
            }

            writer.Line();
        }
    }

    private static IEnumerable<TextModel> TextsOf(HandlerModel handler)
    {
        var leaves = handler.Parameters.SelectMany(parameter => parameter.Leaves()).ToArray();
        return leaves
            .Select(parameter => parameter.Text)
            .Concat(leaves.SelectMany(parameter => parameter.FormTypes).SelectMany(form => form.Members).Select(member => member.Text))
            .OfType<TextModel>();
    }
}
