using Hooklatch.Endpoints;
using Microsoft.OpenApi;

namespace Hooklatch.OpenApi;

/// <summary>
/// The headers and query parameters that verify senders, as <c>apiKey</c> schemes: the one kind of OpenAPI that is just a value in a place.
/// </summary>
internal sealed class CredentialSchemes(OpenApiDocument document)
{
    /// <summary>A webhook requires all of its credentials at once; one without any says that it requires none.</summary>
    public List<OpenApiSecurityRequirement> Require(WebhookEndpoint webhook)
    {
        var requirement = new OpenApiSecurityRequirement();
        foreach (var header in webhook.Sender.Verifier.CredentialHeaders)
        {
            requirement.Add(Declare(webhook, ParameterLocation.Header, header), []);
        }

        if (webhook.Sender.Verifier.CredentialQuery is { } query)
        {
            requirement.Add(Declare(webhook, ParameterLocation.Query, query), []);
        }

        return requirement.Count > 0 ? [requirement] : [];
    }

    private OpenApiSecuritySchemeReference Declare(WebhookEndpoint webhook, ParameterLocation place, string name)
    {
        var scheme = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = place,
            Name = name,
            Description = webhook.Sender.Verifier.Description,
        };
        var id = ComponentId.Of($"{webhook.Plugin.Key}.{name}");
        // Two webhooks of a plugin may use one header in two ways.
        for (var i = 2; Find(id) is { } other && (other.Description, other.In) != (scheme.Description, scheme.In); i++)
        {
            id = ComponentId.Of($"{webhook.Plugin.Key}.{name}.{i}");
        }

        document.AddComponent(id, scheme);
        return new OpenApiSecuritySchemeReference(id, document);
    }

    private IOpenApiSecurityScheme? Find(string id) =>
        document.Components?.SecuritySchemes is { } known && known.TryGetValue(id, out var scheme) ? scheme : null;
}
