using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes how parameters are bound: first all that can fail, so that one answer names every mistake, then the call.</summary>
internal static class ParameterEmitter
{
    public static void EmitBinding(SourceWriter writer, EquatableArray<ParameterModel> parameters)
    {
        var bound = parameters.Where(parameter => Binding(parameter) is not null).ToArray();
        var values = parameters.Where(parameter => parameter.JsonValue is not null).ToArray();
        if (bound.Length + values.Length == 0)
        {
            return;
        }

        writer.Line("var binder = new global::Hooklatch.Binding.ParameterBinder(context, http);");
        writer.Lines(bound.Select(parameter => $"var {parameter.Local} = {Binding(parameter)};"));
        if (values.Length > 0)
        {
            var outs = string.Join(", ", values.Select(parameter => $"out var {parameter.Local}"));
            writer.Line($"binder.ExpectJson(Payload.TryRead(context.RawBody, binder.Errors, {outs}));");
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
            _ => parameter.Local,
        };

    private static string? Binding(ParameterModel parameter)
    {
        var optional = parameter.IsOptional ? "OrNull" : "";
        return parameter.Source switch
        {
            ParameterSource.Header => $"binder.Header({Literal.String(parameter.Key)}).{Text(parameter)}",
            ParameterSource.Query => $"binder.Query({Literal.String(parameter.Key)}).{Text(parameter)}",
            ParameterSource.JsonElement when parameter is { IsOptional: true, IsNullableValue: false } => "binder.ElementOrNull() ?? default",
            ParameterSource.JsonElement => $"binder.Element{optional}()",
            ParameterSource.JsonNode => $"binder.Node{optional}<{parameter.ValueTypeName}>()",
            ParameterSource.JsonBody => $"binder.Json{optional}(BodyType)",
            _ => null,
        };
    }

    private static string Text(ParameterModel parameter)
    {
        var (method, type) = parameter.Form switch
        {
            TextForm.Text => ("Text", ""),
            TextForm.Texts => ("Texts", ""),
            TextForm.StringValues => ("Values", ""),
            TextForm.Member => ("Member", $"<{parameter.ValueTypeName}>"),
            TextForm.MemberArray => ("Members", $"<{parameter.ValueTypeName}>"),
            TextForm.Parsed => ("Parse", $"<{parameter.ValueTypeName}>"),
            _ => ("ParseAll", $"<{parameter.ValueTypeName}>"),
        };
        return parameter switch
        {
            { IsOptional: false } => $"{method}{type}()",
            { IsNullableValue: true, Default: null or "null" } => $"{method}OrNull{type}()",
            _ => $"{method}Or{type}({parameter.Default ?? "null"})",
        };
    }
}
