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
        header.Equals(webhook.Sender.EventHeader, StringComparison.OrdinalIgnoreCase) ? "Names the event."
        : header.Equals(webhook.Sender.DeliveryIdHeader, StringComparison.OrdinalIgnoreCase) ? "Names the delivery."
        : null;

    private static bool Is(ValueDescription value, string name) => value.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
