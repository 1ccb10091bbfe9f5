using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.FromJson;

/// <summary>Writes a nested type that reads some values of a JSON body: what a handler, or its verification, takes.</summary>
internal static class JsonProjectionEmitter
{
    private const string Runtime = "global::Hooklatch.Binding.Json.";

    /// <summary>Writes the type.</summary>
    /// <param name="writer">Where the type around it is being written.</param>
    /// <param name="model">What is taken.</param>
    /// <param name="typeName">The nested type's name.</param>
    /// <param name="summary">What it reads.</param>
    /// <param name="reports">Whether somebody hears what is wrong with the values; else they are texts, each of which is there or not.</param>
    public static void Emit(
        SourceWriter writer,
        JsonProjectionModel model,
        string typeName = "Payload",
        string summary = "What the handler takes from its JSON payload",
        bool reports = true
    )
    {
        var names = new NameScope(typeName, "TryRead", "_duplicates", "_body");
        var trie = new JsonTrie(model, names);
        var enums = new JsonEnumEmitter(names);

        writer.Line($"/// <summary>{summary}, read in one pass.</summary>");
        using (writer.Braces($"private struct {typeName} : {Runtime}IJsonPayload"))
        {
            EmitFields(writer, trie);
            EmitTryRead(writer, trie, typeName, reports);
            new JsonNodeEmitter(writer, names, enums).EmitAll(trie.Root);
            enums.EmitAll(writer);
        }
    }

    private static void EmitFields(SourceWriter writer, JsonTrie trie)
    {
        foreach (var (field, value) in trie.Fields)
        {
            writer.Line($"private {Runtime}JsonField<{value.Target.NonNullType}> {field};");
            writer.Lines(trie.Lists.Where(list => ReferenceEquals(list.Owner, value)).Select(ListField));
        }

        if (trie.HasTrees)
        {
            writer.Line("private global::System.ReadOnlyMemory<byte> _body;");
        }

        if (trie.HasMembers)
        {
            writer.Line($"private {Runtime}JsonDuplicates _duplicates;");
        }

        writer.Line();
    }

    private static string ListField(JsonTrieList list)
    {
        var element = list.Collection.Element;
        return $"private {Runtime}{(element.IsNullableStruct ? "JsonNullableList" : "JsonList")}<{element.NonNullType}> {list.Field};";
    }

    private static void EmitTryRead(SourceWriter writer, JsonTrie trie, string typeName, bool reports)
    {
        var locals = new NameScope(trie.Fields.Select(field => field.Value.Name));
        var (body, errors, payload) = (locals.Unique("body"), locals.Unique("errors"), locals.Unique("payload"));
        string[] parameters =
        [
            $"    global::System.ReadOnlyMemory<byte> {body}",
            .. reports ? new[] { $"    global::Hooklatch.Http.BindingErrors {errors}" } : [],
            .. trie.Fields.Select(field => $"    out {field.Value.Target.Type} {Parameter(field.Value)}"),
        ];

        writer.Line(
            $"""
            /// <summary>Reads the payload; false if it is not well-formed JSON, and then there is no value and no error.</summary>
            internal static bool TryRead(
            {string.Join(",\n", parameters)})
            """
        );
        using (writer.Braces())
        {
            writer.Line($"var {payload} = new {typeName}{(trie.HasTrees ? $" {{ _body = {body} }}" : "()")};");
            using (writer.Braces($"if (!{Runtime}JsonProjection.TryRead({body}.Span, ref {payload}))"))
            {
                writer.Lines(trie.Fields.Select(field => $"{Parameter(field.Value)} = default{Bang(field.Value.Target)};"));
                writer.Line("return false;");
            }

            writer.Line();
            if (reports && trie.HasMembers)
            {
                writer.Line($"{payload}._duplicates.Report({errors});");
            }

            writer.Lines(trie.Fields.Select(field => $"{Parameter(field.Value)} = {Of(field.Value, $"{payload}.{field.Field}")};"));
            writer.Line("return true;");
        }

        string Of(JsonValueModel value, string field) => reports ? Result(value, field, errors) : $"{field}.Value";
    }

    private static string Parameter(JsonValueModel value) => Identifier.Escape(value.Name);

    private static string Bang(JsonTargetModel target) => target.IsNullable || target.IsValueType ? "" : "!";

    private static string Result(JsonValueModel value, string field, string errors)
    {
        var path = Literal.String(value.Path.Text);
        return value switch
        {
            { Target.IsNullableStruct: true, Default: null or "null" } => $"{Runtime}JsonNullable.OrNull(in {field}, {errors}, {path})",
            { Default: { } fallback } => $"{field}.Or({errors}, {path}, {fallback})",
            { Target.IsNullable: true } => $"{field}.Or({errors}, {path}, null)",
            { Path.Dimensions: > 0 } => $"{field}.Or({errors}, {path}, [])",
            _ => $"{field}.Required({errors}, {path})",
        };
    }
}
