using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes what a handler takes and answers, as data for descriptions such as an OpenAPI document.</summary>
internal static class DescriptionEmitter
{
    private const string Room = "global::Hooklatch.Description.";
    private const int LongestLine = 100;

    /// <summary>Whether there is something to say that the runtime does not know.</summary>
    public static bool IsNeeded(HandlerModel handler) => Members(handler).Any();

    public static void Emit(SourceWriter writer, HandlerModel handler)
    {
        var construction = $"private static {Room}WebhookDescription Describe() => new({Literal.String(handler.ClassName)})";
        var members = Members(handler).ToArray();
        if (members.Length == 0)
        {
            return;
        }

        writer.Line(construction).Line("{");
        using (writer.Indented())
        {
            writer.Lines(members.Select(member => member + ","));
        }

        writer.Line("};").Line();
    }

    private static IEnumerable<string> Members(HandlerModel handler)
    {
        var leaves = handler.Parameters.SelectMany(parameter => parameter.Leaves()).ToArray();
        return
        [
            .. List("Route", leaves.Where(leaf => leaf.Source is ParameterSource.Route).Select(Text)),
            .. List("Query", leaves.Where(leaf => leaf.Source is ParameterSource.Query).Select(Text)),
            .. List("Headers", leaves.Where(leaf => leaf.Source is ParameterSource.Header).Select(Text)),
            .. List("Form", leaves.SelectMany(FormFields)),
            .. List("Json", leaves.Select(leaf => leaf.JsonValue).OfType<JsonValueModel>().SelectMany(JsonPaths)),
            .. leaves.Where(leaf => leaf.JsonContext is not null).Select(leaf => $"Payload = {JsonEmitter.TypeInfo(leaf)}"),
            .. Answer(handler.Result),
        ];
    }

    private static string[] List(string name, IEnumerable<string> values)
    {
        var items = values.ToArray();
        var line = $"{name} = [{string.Join(", ", items)}]";
        return items.Length == 0 ? []
            : line.Length <= LongestLine ? [line]
            : [$"{name} =\n[\n{string.Concat(items.Select(item => $"    {item},\n"))}]"];
    }

    private static IEnumerable<string> Answer(ResultModel result)
    {
        var kind = result.Kind switch
        {
            ResultKind.Nothing => null,
            ResultKind.Text => "Text",
            ResultKind.Result => "Result",
            _ => "Json",
        };
        string?[] members =
        [
            kind is null ? null : $"Answer = {Room}AnswerKind.{kind}",
            result.JsonContext is null ? null : $"AnswerType = {JsonEmitter.TypeInfo(result)}",
            result.HasStatus || result.Kind is ResultKind.Result ? "ChoosesStatus = true" : null,
        ];
        return members.OfType<string>();
    }

    private static string Text(ParameterModel parameter) => Text(parameter.Key, parameter.Text!, parameter.IsOptional, parameter.Default);

    private static string Text(string name, TextModel text, bool isOptional, string? otherwise)
    {
        var isList = text.Shape is not TextShape.One;
        var names = text.Reader is TextReading.Member ? $"global::System.Enum.GetNames<{text.ParsedTypeName}>()" : null;
        // Where no value of a list is sent, the list is empty.
        return Value(
            name,
            isList && text.Shape is TextShape.Raw ? "string" : text.ParsedTypeName,
            isOptional || isList,
            isList,
            otherwise,
            names
        );
    }

    private static IEnumerable<string> FormFields(ParameterModel parameter) =>
        parameter.Source switch
        {
            ParameterSource.FormText => [Text(parameter)],
            ParameterSource.FormFile => [File(parameter.Key, parameter.IsOptional, isList: false)],
            ParameterSource.FormFiles => [File(parameter.Key, parameter.IsOptional, isList: true)],
            ParameterSource.FormObject => FormFields(parameter.FormTypes, parameter.FormReader!, "", isOptional: false, []),
            _ => [],
        };

    /// <summary>The fields of an object and of those in it, each by its full name. An object inside itself is not followed.</summary>
    private static IEnumerable<string> FormFields(
        EquatableArray<FormTypeModel> types,
        string reader,
        string prefix,
        bool isOptional,
        HashSet<string> within
    )
    {
        if (types.FirstOrDefault(type => type.Reader == reader) is not { } type || !within.Add(reader))
        {
            yield break;
        }

        foreach (var member in type.Members)
        {
            var (name, optional) = (prefix + member.Key, isOptional || member.IsOptional);
            var fields = member.Kind switch
            {
                FormMemberKind.Text => [Text(name, member.Text!, optional, member.Default)],
                FormMemberKind.File => [File(name, optional, isList: false)],
                FormMemberKind.Files => [File(name, optional, isList: true)],
                FormMemberKind.Object => FormFields(types, member.Reader!, name + ".", optional, within),
                _ => FormFields(types, member.Reader!, name + "[*].", isOptional: true, within),
            };
            foreach (var field in fields)
            {
                yield return field;
            }
        }

        within.Remove(reader);
    }

    private static string File(string name, bool isOptional, bool isList) =>
        Value(name, "global::Microsoft.AspNetCore.Http.IFormFile", isOptional, isList);

    /// <summary>A line for each alternative of the path; of several, none is required.</summary>
    private static IEnumerable<string> JsonPaths(JsonValueModel value)
    {
        var isOptional =
            value.Default is not null || value.Target.IsNullable || value.Path.Dimensions > 0 || value.Path.Alternatives.Count > 1;
        foreach (var alternative in value.Path.Alternatives)
        {
            var path = alternative.ToArray().Aggregate("", (path, segment) => segment.AppendTo(path));
            var target = value.Target;
            for (var dimension = 0; target is JsonCollectionModel collection; dimension++)
            {
                path += dimension < JsonPath.DimensionsOf(alternative) ? "" : "[*]";
                target = collection.Element;
            }

            var names = target is JsonItemModel { Enum: { } @enum }
                ? $"[{string.Join(", ", @enum.Names.Select(name => Literal.String(name.Text)))}]"
                : null;
            yield return Value(path, target.NonNullType, isOptional, isList: false, value.Default, names);
        }
    }

    private static string Value(string name, string type, bool isOptional, bool isList, string? otherwise = null, string? names = null)
    {
        string?[] settings =
        [
            isOptional ? "IsOptional = true" : null,
            isList ? "IsList = true" : null,
            otherwise is null or "null" or "null!" or "default" ? null : $"Default = {otherwise}",
            names is null ? null : $"OneOf = {names}",
        ];
        var given = string.Join(", ", settings.OfType<string>());
        return $"new({Literal.String(name)}, typeof({type})){(given.Length == 0 ? "" : $" {{ {given} }}")}";
    }
}
