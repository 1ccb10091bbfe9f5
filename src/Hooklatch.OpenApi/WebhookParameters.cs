using Hooklatch.Description;
using Hooklatch.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace Hooklatch.OpenApi;

/// <summary>What a webhook takes from the path, the query and the headers.</summary>
internal static class WebhookParameters
{
    public static IEnumerable<IOpenApiParameter> Of(RouteEndpoint endpoint, WebhookEndpoint webhook, WebhookDescription details)
    {
        // Every parameter of the template is described, also one that the handler leaves alone.
        var route = endpoint.RoutePattern.Parameters.Select(parameter =>
            details.Route.FirstOrDefault(value => Is(value, parameter.Name)) ?? new ValueDescription(parameter.Name, typeof(string))
        );
        var headers = details.Headers.DistinctBy(value => value.Name, StringComparer.OrdinalIgnoreCase).ToList();
        return
        [
            .. route.Select(value => Create(ParameterLocation.Path, value, null)),
            .. details.Query.DistinctBy(value => value.Name).Select(value => Create(ParameterLocation.Query, value, null)),
            .. headers.Select(value => Create(ParameterLocation.Header, value, RoleOf(value.Name, webhook))),
            .. new[] { webhook.Sender.EventHeader, webhook.Sender.DeliveryIdHeader }
                .OfType<string>()
                .Select(FirstName)
                .Where(name => !headers.Exists(value => Is(value, name)))
                .Select(name => new ValueDescription(name, typeof(string), isOptional: true))
                .Select(value => Create(ParameterLocation.Header, value, RoleOf(value.Name, webhook))),
        ];
    }

    private static OpenApiParameter Create(ParameterLocation place, ValueDescription value, string? description) =>
        new()
        {
            In = place,
            Name = value.Name,
            Description = description,
            Required = place is ParameterLocation.Path || !value.IsOptional,
            Schema = ValueSchemas.Of(value),
        };

    private static string? RoleOf(string header, WebhookEndpoint webhook) =>
        IsNameOf(webhook.Sender.EventHeader, header) ? "Names the event."
        : IsNameOf(webhook.Sender.DeliveryIdHeader, header) ? "Names the delivery."
        : null;

    /// <summary>Of a header that goes by several names, the first stands for all of them.</summary>
    private static string FirstName(string header) => header.Split('|')[0];

    private static bool IsNameOf(string? header, string name) =>
        header?.Split('|').Contains(name, StringComparer.OrdinalIgnoreCase) is true;

    private static bool Is(ValueDescription value, string name) => value.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
