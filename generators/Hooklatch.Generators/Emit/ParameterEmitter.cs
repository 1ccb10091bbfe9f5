using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes how parameters are bound: first all that can fail, so that one answer names every mistake, then the call.</summary>
internal static class ParameterEmitter
{
    public static void EmitBinding(SourceWriter writer, EquatableArray<ParameterModel> parameters)
    {
        var leaves = parameters.SelectMany(parameter => parameter.Leaves()).ToArray();
        var bound = leaves.Where(parameter => Binding(parameter) is not null).ToArray();
        var values = leaves.Where(parameter => parameter.JsonValue is not null).ToArray();
        if (bound.Length + values.Length == 0)
        {
            return;
        }

        writer.Line("var binder = new global::Hooklatch.Binding.ParameterBinder(context, http);");
        writer.Lines(bound.Select(parameter => $"var {parameter.Local} = {Binding(parameter)};"));
        if (values.Length > 0)
        {
            var outs = string.Join(", ", values.Select(parameter => $"out var {parameter.Local}"));
            writer.Line($"binder.ExpectJson(Payload.TryRead(binder.Document, binder.Errors, {outs}));");
        }

        writer.Line(
            """
            if (binder.Refusal is { } refusal)
            {
                return refusal;
            }

            """
        );
    }

    /// <summary>What is passed to the author's method.</summary>
    public static string Argument(ParameterModel parameter) =>
        parameter.Source switch
        {
            ParameterSource.WebhookContext => "context",
            ParameterSource.HttpContext => "http",
            ParameterSource.HttpRequest => "http.Request",
            ParameterSource.HttpResponse => "http.Response",
            ParameterSource.User => "http.User",
            ParameterSource.CancellationToken => "context.RequestAborted",
            ParameterSource.RawBody => "context.RawBody",
            ParameterSource.Service => ServiceEmitter.Expression(parameter.Service!),
            ParameterSource.Members => Construction(parameter),
            _ => parameter.Local,
        };

    private static string Construction(ParameterModel parameter)
    {
        var arguments = parameter.Members.Where(member => member.Property is null).Select(member => Argument(member.Parameter));
        var properties = parameter
            .Members.Where(member => member.Property is not null)
            .Select(member => $"{Identifier.Escape(member.Property!)} = {Argument(member.Parameter)}")
            .ToArray();
        return $"new {parameter.TypeName}({string.Join(", ", arguments)}){(properties.Length == 0 ? "" : $" {{ {string.Join(", ", properties)} }}")}";
    }

    private static string? Binding(ParameterModel parameter)
    {
        var optional = parameter.IsOptional ? "OrNull" : "";
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
            ParameterSource.BodyStream => "binder.BodyStream()",
            ParameterSource.BodyPipe => "binder.BodyPipe()",
            ParameterSource.UploadedParts => "binder.Parts()",
            ParameterSource.JsonElement => $"binder.Element{optional}()",
            ParameterSource.JsonNode => $"binder.Node{optional}<{parameter.TypeName}>()",
            ParameterSource.JsonBody => $"binder.Json{optional}(BodyType)",
            ParameterSource.Custom when parameter.IsOptional => $"await {parameter.TypeName.TrimEnd('?')}.BindAsync(http)",
            ParameterSource.Custom => $"binder.Bound({key}, await {parameter.TypeName.TrimEnd('?')}.BindAsync(http))",
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
