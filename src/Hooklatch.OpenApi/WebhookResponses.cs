using System.Globalization;
using Hooklatch.Description;
using Hooklatch.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.OpenApi;

namespace Hooklatch.OpenApi;

/// <summary>
/// What a webhook answers: what its handler does, and how the pipeline rejects a delivery. Not among them are 404 and 405, with which a path
/// and a method are answered that no webhook has.
/// </summary>
internal sealed class WebhookResponses(OpenApiDocument document)
{
    private const string Problem = "WebhookProblem";

    public OpenApiResponses Of(WebhookEndpoint webhook, WebhookDescription details, JsonTypeSchemas types)
    {
        var responses = new OpenApiResponses();
        if (webhook.Mode is WebhookMode.Queued)
        {
            var status = webhook.Sender.Acknowledgement?.Status ?? webhook.Sender.QueuedStatus;
            responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = "The delivery is stored, and will be handled.",
            };
        }
        else if (details.Answer is not AnswerKind.Result)
        {
            responses["200"] = Answer(details, types, "The delivery was accepted.");
        }

        foreach (var (status, reason) in Rejections(webhook, details))
        {
            responses[status.ToString(CultureInfo.InvariantCulture)] = Rejection(status, reason);
        }

        if (details.ChoosesStatus)
        {
            responses["default"] = Answer(details, types, "The handler chooses the status of its answer.");
        }

        return responses;
    }

    /// <summary>The table of the pipeline's rejections, as far as this webhook can meet them.</summary>
    private static IEnumerable<(int Status, string Reason)> Rejections(WebhookEndpoint webhook, WebhookDescription details)
    {
        var verifier = webhook.Sender.Verifier;
        var isVerified = verifier.CredentialHeaders.Count > 0 || verifier.CredentialQuery is not null;
        var readsBody = webhook.BodyUse is not BodyUse.None || verifier.VerifiesBody;
        if (isVerified || readsBody || details.Route.Count + details.Query.Count + details.Headers.Count > 0)
        {
            yield return (StatusCodes.Status400BadRequest, "Something is missing or malformed; of parameters, errors says what.");
        }

        if (isVerified)
        {
            yield return (StatusCodes.Status403Forbidden, $"The sender could not be verified: {verifier.Description}.");
        }

        if (readsBody)
        {
            yield return (StatusCodes.Status408RequestTimeout, "The body arrived too slowly.");
            yield return (StatusCodes.Status413PayloadTooLarge, $"The body is larger than {Bytes(webhook.MaxBodySize)} bytes.");
            yield return (StatusCodes.Status415UnsupportedMediaType, "The media type, the charset or a Content-Encoding is not accepted.");
        }

        yield return (
            StatusCodes.Status500InternalServerError,
            isVerified ? "The handler failed, or the webhook's secret is not configured." : "The handler failed."
        );
        if (webhook.Mode is WebhookMode.Queued)
        {
            yield return (
                StatusCodes.Status503ServiceUnavailable,
                "The delivery could not be stored, or too many are in flight; Retry-After says when to send again."
            );
        }
        else if (readsBody)
        {
            yield return (StatusCodes.Status503ServiceUnavailable, "Too many bodies are in flight; Retry-After says when to send again.");
        }
    }

    private static OpenApiResponse Answer(WebhookDescription details, JsonTypeSchemas types, string description) =>
        details.Answer switch
        {
            AnswerKind.Text => Response(description, "text/plain", new OpenApiSchema { Type = JsonSchemaType.String }),
            AnswerKind.Json => Response(
                description,
                "application/json",
                details.AnswerType is { } type ? types.Of(type) : new OpenApiSchema()
            ),
            _ => new OpenApiResponse { Description = description },
        };

    private OpenApiResponse Rejection(int status, string reason)
    {
        document.AddComponent(Problem, ProblemSchema());
        var response = Response(reason, "application/problem+json", new OpenApiSchemaReference(Problem, document));
        if (status is StatusCodes.Status503ServiceUnavailable)
        {
            var seconds = new OpenApiSchema { Type = JsonSchemaType.Integer };
            response.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["Retry-After"] = new OpenApiHeader { Description = "Seconds.", Schema = seconds },
            };
        }

        return response;
    }

    private static OpenApiResponse Response(string description, string mediaType, IOpenApiSchema schema) =>
        new()
        {
            Description = description,
            Content = new Dictionary<string, OpenApiMediaType> { [mediaType] = new OpenApiMediaType { Schema = schema } },
        };

    /// <summary>RFC 9457, with the messages by parameter where parameters are at fault.</summary>
    private static OpenApiSchema ProblemSchema()
    {
        var messages = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String },
        };
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uri-reference" },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = messages },
            },
        };
    }

    private static string Bytes(long size) => size.ToString("N0", CultureInfo.InvariantCulture);
}
