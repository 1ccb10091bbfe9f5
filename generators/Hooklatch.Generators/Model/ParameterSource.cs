namespace Hooklatch.Generators.Model;

/// <summary>Where a parameter's value comes from.</summary>
internal enum ParameterSource
{
    WebhookContext,
    HttpContext,
    HttpRequest,
    HttpResponse,
    User,
    CancellationToken,
    Service,
    Header,
    Query,
    Route,
    FormText,
    FormFile,
    FormFiles,
    FormFileCollection,
    FormCollection,
    FormObject,
    RawBody,
    BodyStream,
    BodyPipe,
    UploadedParts,
    JsonElement,
    JsonNode,
    JsonBody,
    JsonValue,

    /// <summary>The type's own <c>BindAsync</c>.</summary>
    Custom,

    /// <summary>An object whose members are parameters.</summary>
    Members,
}
