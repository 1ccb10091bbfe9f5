using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>What a handler needs of the body, as the member of the runtime's enumeration.</summary>
internal static class BodyUses
{
    /// <summary>The member; <see langword="null"/> for nothing.</summary>
    public static string? Of(HandlerModel handler)
    {
        var leaves = handler.Parameters.SelectMany(parameter => parameter.Leaves()).ToArray();
        var json = leaves.FirstOrDefault(parameter =>
            parameter.Source is ParameterSource.JsonBody or ParameterSource.JsonElement or ParameterSource.JsonNode
        );
        return leaves.Any(parameter => parameter.Source is ParameterSource.JsonValue) ? "Json"
            : json is not null ? (json.IsOptional ? "OptionalJson" : "Json")
            : leaves.Any(parameter => parameter.Source is ParameterSource.UploadedParts) ? "Parts"
            : leaves.Any(parameter =>
                parameter.Source is ParameterSource.FormFile or ParameterSource.FormFiles or ParameterSource.FormFileCollection
            )
                ? "Files"
            : leaves.Any(parameter => parameter.Source is >= ParameterSource.FormText and <= ParameterSource.FormObject) ? "Form"
            : leaves.Any(parameter => parameter.Source is ParameterSource.BodyStream or ParameterSource.BodyPipe) ? "Stream"
            : SeesRawBody(handler) || ReadsRequest(handler) ? "Raw"
            : null;
    }

    private static bool SeesRawBody(HandlerModel handler) =>
        handler
            .Parameters.SelectMany(parameter => parameter.Leaves())
            .Any(parameter => parameter.Source is ParameterSource.RawBody or ParameterSource.WebhookContext)
        || handler.Call.Constructor.Any(service => service.Kind is ServiceKind.WebhookContext);

    /// <summary>Whether the author's own code may read the request's body.</summary>
    public static bool ReadsRequest(HandlerModel handler) =>
        handler
            .Parameters.SelectMany(parameter => parameter.Leaves())
            .Any(parameter => parameter.Source is ParameterSource.HttpContext or ParameterSource.HttpRequest or ParameterSource.Custom)
        || handler.Call.Constructor.Any(service => service.Kind is ServiceKind.HttpContext);

    /// <summary>Whether two handlers of one endpoint can share what is read: each takes JSON, or each a form, or one of them neither.</summary>
    public static bool Agree(HandlerModel one, HandlerModel other) =>
        (KindOf(Of(one)), KindOf(Of(other))) is var (first, second) && (first == second || first is null || second is null);

    private static string? KindOf(string? use) =>
        use switch
        {
            "Raw" => null,
            "OptionalJson" => "Json",
            "Files" => "Form",
            _ => use,
        };
}
