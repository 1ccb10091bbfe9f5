using Hooklatch.Description;
using Hooklatch.Endpoints;

namespace Hooklatch.Console.Overview;

/// <summary>Says what a handler reads of a delivery.</summary>
internal static class Reading
{
    /// <summary>Each value as people know it: <c>header X-GitHub-Event</c>, <c>repository.full_name</c>.</summary>
    public static IReadOnlyList<string> Of(WebhookHandler handler)
    {
        var details = handler.Details;
        return
        [
            .. details.Route.Select(value => $"route {value.Name}"),
            .. details.Query.Select(value => $"query {value.Name}"),
            .. details.Headers.Select(value => $"header {value.Name}"),
            .. details.Form.Select(value => $"form {value.Name}"),
            .. details.Json.Select(value => value.Name),
            .. Payload(details),
        ];
    }

    private static IEnumerable<string> Payload(WebhookDescription details) =>
        details.Payload is { } payload ? [$"body as {payload.Type.Name}"] : [];
}
