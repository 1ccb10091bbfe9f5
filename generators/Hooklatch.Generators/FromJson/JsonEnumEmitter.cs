using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.FromJson;

/// <summary>Writes the names of the enums that a payload uses, each enum once.</summary>
internal sealed class JsonEnumEmitter(NameScope names)
{
    /// <summary>A message that lists more names than this helps nobody.</summary>
    private const int MaxListLength = 8;

    private readonly List<(JsonEnumModel Model, string TypeName)> _used = [];

    /// <summary>The type that reads the enum.</summary>
    public string ReaderFor(JsonEnumModel model)
    {
        var typeName = _used.Find(used => used.Model == model).TypeName;
        if (typeName is null)
        {
            typeName = names.Unique(model.Name + "Names");
            _used.Add((model, typeName));
        }

        return $"JsonEnumValue<{model.Type}, {typeName}>";
    }

    public void EmitAll(SourceWriter writer)
    {
        foreach (var (model, typeName) in _used)
        {
            writer.Line();
            using (writer.Braces($"private readonly struct {typeName} : IJsonEnumNames<{model.Type}>"))
            {
                Emit(writer, model);
            }
        }
    }

    private static void Emit(SourceWriter writer, JsonEnumModel model)
    {
        const string Equals = "global::System.MemoryExtensions.SequenceEqual";
        var cases = model.Names.Select(name => $"        _ when {Equals}(name, {Literal.Utf8(name.Text)}) => (true, {name.Member}),\n");
        writer.Line(
            $$"""
            public static string Expected => {{Literal.String(Expected(model))}};

            public static bool TryParse(global::System.ReadOnlySpan<byte> name, out {{model.Type}} value)
            {
                (var isKnown, value) = name switch
                {
            {{string.Concat(cases)}}        _ => (false, default({{model.Type}})),
                };
                return isKnown;
            }

            public static bool TryReadNumber(ref global::System.Text.Json.Utf8JsonReader reader, out {{model.Type}} value)
            {
                var fits = reader.TryGet{{model.Underlying}}(out var number);
                value = ({{model.Type}})number;
                return fits;
            }
            """
        );
    }

    private static string Expected(JsonEnumModel model) =>
        model.Names.Count is > 0 and <= MaxListLength
            ? $"Expected one of {string.Join(", ", model.Names.Select(name => name.Text))}."
            : $"Expected the name of a {model.Name}.";
}
