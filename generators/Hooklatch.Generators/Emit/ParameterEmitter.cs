using Hooklatch.Generators.Model;
using Hooklatch.Generators.Validation;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes how parameters are bound: first all that can fail, so that one answer names every mistake, then the call.</summary>
internal static class ParameterEmitter
{
    public static void EmitBinding(SourceWriter writer, EquatableArray<ParameterModel> parameters, string returned)
    {
        var leaves = parameters.SelectMany(parameter => parameter.Leaves()).ToArray();
        var bound = leaves.Where(parameter => Binding(parameter) is not null).ToArray();
        var values = leaves.Where(parameter => parameter.JsonValue is not null).ToArray();
        if (bound.Length + values.Length == 0)
        {
            return;
        }

        writer.Line("var binder = new global::Hooklatch.Binding.ParameterBinder(delivery);");
        writer.Lines(bound.Select(parameter => $"var {parameter.Local} = {Binding(parameter)};"));
        if (values.Length > 0)
        {
            var outs = string.Join(", ", values.Select(parameter => $"out var {parameter.Local}"));
            var document = values.Any(parameter => parameter.JsonValue!.Target.HandsOutBytes) ? "OwnDocument()" : "Document";
            writer.Line($"binder.ExpectJson(Payload.TryRead(binder.{document}, binder.Errors, {outs}));");
        }

        EmitRules(writer, parameters.Where(parameter => parameter.Source is not ParameterSource.Members));
        EmitRefusal(writer, "refusal", returned);
    }

    /// <summary>The rules of objects that are made of parameters, once there is such an object.</summary>
    public static void EmitObjectRules(SourceWriter writer, EquatableArray<ParameterModel> parameters, string returned)
    {
        var objects = parameters.Where(parameter => parameter is { Source: ParameterSource.Members, Validation: not null }).ToArray();
        if (objects.Length == 0)
        {
            return;
        }

        EmitRules(
            writer,
            objects,
            declares: !parameters.Any(parameter => parameter is { Source: not ParameterSource.Members, Validation: not null })
        );
        EmitRefusal(writer, "violation", returned);
    }

    /// <param name="returned">How a value becomes what the method returns.</param>
    private static void EmitRefusal(SourceWriter writer, string name, string returned)
    {
        using (writer.Braces($"if (binder.Refusal is {{ }} {name})"))
        {
            writer.Line($"return {string.Format(System.Globalization.CultureInfo.InvariantCulture, returned, name)};");
        }

        writer.Line();
    }

    private static void EmitRules(SourceWriter writer, IEnumerable<ParameterModel> parameters, bool declares = true)
    {
        var statements = parameters
            .Where(parameter => parameter.Validation is not null)
            .Select(parameter => ValidationEmitter.Statement(parameter.Local, RuleKey(parameter), parameter.Validation!))
            .ToArray();
        writer.Lines(declares && statements.Length > 0 ? [ValidationEmitter.Declaration] : []).Lines(statements);
    }

    private static string RuleKey(ParameterModel parameter) =>
        parameter.Source switch
        {
            ParameterSource.JsonBody => "$",
            ParameterSource.FormObject or ParameterSource.Members => "",
            ParameterSource.JsonValue => parameter.JsonValue!.Path.Text,
            _ => parameter.Key,
        };

    /// <summary>What is passed to the author's method.</summary>
    public static string Argument(ParameterModel parameter) =>
        parameter.Source switch
        {
            ParameterSource.WebhookContext => "delivery",
            ParameterSource.HttpContext => "delivery.Http",
            ParameterSource.HttpRequest => "delivery.Http.Request",
            ParameterSource.HttpResponse => "delivery.Http.Response",
            ParameterSource.User => "delivery.Http.User",
            ParameterSource.CancellationToken => "delivery.RequestAborted",
            ParameterSource.Service => ServiceEmitter.Expression(parameter.Service!),
            _ => parameter.Local,
        };

    /// <summary>The objects that are made of several parameters.</summary>
    public static void EmitObjects(SourceWriter writer, EquatableArray<ParameterModel> parameters)
    {
        foreach (var parameter in parameters.Where(parameter => parameter.Source is ParameterSource.Members))
        {
            writer.Construction(
                $"var {parameter.Local} = ",
                parameter.TypeName,
                [.. parameter.Members.Where(member => member.Property is null).Select(member => Argument(member.Parameter))],
                [
                    .. parameter
                        .Members.Where(member => member.Property is not null)
                        .Select(member => (member.Property!, Argument(member.Parameter))),
                ]
            );
        }
    }

    private static string? Binding(ParameterModel parameter)
    {
        var optional = parameter.IsOptional ? "OrNull" : "";
        var forgiven = parameter.IsForgiven ? "!" : "";
        var key = Literal.String(parameter.Key);
        return parameter.Source switch
        {
            ParameterSource.Header =>
                $"binder.{(parameter.Text!.Shape is TextShape.Array or TextShape.List ? "HeaderList" : "Header")}({key}).{Text(parameter)}",
            ParameterSource.Query => $"binder.Query({key}).{Text(parameter)}",
            ParameterSource.Route => $"binder.Route({key}).{Text(parameter)}",
            ParameterSource.FormText => $"binder.Form({key}).{Text(parameter)}",
            ParameterSource.FormFile => $"binder.File{optional}({key})",
            ParameterSource.FormFiles => $"binder.Files{optional}({key})",
            ParameterSource.FormFileCollection => "binder.Files()",
            ParameterSource.FormCollection => "binder.Form()",
            ParameterSource.FormObject => $"Forms.{parameter.FormReader}(binder.FormObject())",
            ParameterSource.RawBody => "binder.RawBody()",
            ParameterSource.BodyStream => "binder.BodyStream()",
            ParameterSource.BodyPipe => "binder.BodyPipe()",
            ParameterSource.UploadedParts => "binder.Parts()",
            ParameterSource.JsonElement when parameter.IsOptional && !parameter.TypeName.EndsWith("?", StringComparison.Ordinal) =>
                "binder.ElementOrNull() ?? default",
            ParameterSource.JsonElement => $"binder.Element{optional}()",
            ParameterSource.JsonNode => $"binder.Node{optional}<{parameter.TypeName}>(){forgiven}",
            ParameterSource.JsonBody => $"binder.Json{optional}({JsonEmitter.TypeInfo(parameter)}){forgiven}",
            ParameterSource.Custom when parameter.IsOptional => $"await {parameter.TypeName.TrimEnd('?')}.BindAsync(delivery.Http)",
            ParameterSource.Custom => $"binder.Bound({key}, await {parameter.TypeName.TrimEnd('?')}.BindAsync(delivery.Http))",
            _ => null,
        };
    }

    /// <summary>A collection is never missing: without values it is empty, also where it may be null.</summary>
    private static string Text(ParameterModel parameter) =>
        TextEmitter.Call(
            parameter.Text!,
            parameter.IsOptional && parameter.Text!.Shape is not (TextShape.Array or TextShape.List),
            parameter.Default
        );
}
