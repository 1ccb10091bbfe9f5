using Hooklatch.Bodies.Forms;
using Hooklatch.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Hooklatch.Endpoints;

/// <summary>What a request says of its body, checked before the body is read. What is read is fixed by the endpoint, never by the sender.</summary>
internal static class MediaTypeGate
{
    public static Rejection? Check(HttpRequest request, WebhookEndpoint webhook, BodyUse use)
    {
        // A decompressed body is not the one that was signed, and 200 KB can unpack to 200 MB.
        if (request.Headers.ContentEncoding.Count > 0)
        {
            return Rejection.ContentEncoding;
        }

        var contentType = request.ContentType;
        if (contentType is null)
        {
            return use switch
            {
                BodyUse.Json or BodyUse.Form or BodyUse.Files or BodyUse.Parts => Rejection.WrongMediaType,
                BodyUse.OptionalJson when HasBody(request) => Rejection.WrongMediaType,
                _ => null,
            };
        }

        if (MediaTypes.IsUsualJson(contentType))
        {
            return use is BodyUse.Form or BodyUse.Files or BodyUse.Parts ? Rejection.WrongMediaType : null;
        }

        if (contentType.Length > BoundedMediaType.MaxLength)
        {
            return Rejection.WrongMediaType;
        }

        if (!BoundedMediaType.TryParse(contentType, out var type))
        {
            return use is BodyUse.None or BodyUse.Raw or BodyUse.Stream ? null : Rejection.WrongMediaType;
        }

        return Decodes(type, webhook, use) && !Charsets.IsReadable(type) ? Rejection.WrongCharset
            : IsAccepted(type, use) || (use is BodyUse.Json or BodyUse.OptionalJson && IsDeclared(type, webhook)) ? null
            : Rejection.WrongMediaType;
    }

    private static bool IsAccepted(MediaTypeHeaderValue type, BodyUse use) =>
        use switch
        {
            BodyUse.Json or BodyUse.OptionalJson => IsJson(type),
            BodyUse.Form => MediaTypes.IsForm(type) || MediaTypes.Is(type, "multipart/form-data"),
            BodyUse.Files or BodyUse.Parts => MediaTypes.Is(type, "multipart/form-data"),
            _ => true,
        };

    /// <summary>What the provider sends its JSON as: another media type, or a field of a form.</summary>
    private static bool IsDeclared(MediaTypeHeaderValue type, WebhookEndpoint webhook) =>
        webhook.Sender.AcceptedMediaTypes.Any(accepted => MediaTypes.Is(type, accepted))
        || (webhook.FormEnvelope is not null && MediaTypes.IsForm(type));

    /// <summary>Whether text is made of the body here. Bytes are handed on as they are, and their charset is the author's concern.</summary>
    private static bool Decodes(MediaTypeHeaderValue type, WebhookEndpoint webhook, BodyUse use) =>
        use is BodyUse.Json or BodyUse.OptionalJson or BodyUse.Form or BodyUse.Files
        || (webhook.FormEnvelope is not null && MediaTypes.IsForm(type));

    /// <summary><c>application/json</c>, or <c>application/*+json</c> (RFC 6839 section 3.1).</summary>
    private static bool IsJson(MediaTypeHeaderValue type) =>
        MediaTypes.Is(type, "application/json")
        || (
            type.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
            && type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase)
        );

    private static bool HasBody(HttpRequest request) =>
        request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? request.ContentLength > 0;
}
