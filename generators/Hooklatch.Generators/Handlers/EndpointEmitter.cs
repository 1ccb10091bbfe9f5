using Hooklatch.Generators.Common;
using Hooklatch.Generators.Verification;

namespace Hooklatch.Generators.Handlers;

/// <summary>Writes the statement that makes an endpoint: its path and methods, its sender, its limits, its handlers.</summary>
internal static class EndpointEmitter
{
    /// <summary>A delegate that is made once. Written as the bare method, the compiler would keep it in a class with a static field for each.</summary>
    public static string Delegate(string method) => $"new({method})";

    /// <param name="writer">Where to.</param>
    /// <param name="endpoint">What holds for the endpoint.</param>
    /// <param name="template">Its path.</param>
    /// <param name="handlers">The arguments that name its handlers.</param>
    /// <param name="methods">The methods that it answers.</param>
    /// <param name="id">Its name in descriptions, where it is not that of its one handler.</param>
    public static void Emit(
        SourceWriter writer,
        EndpointModel endpoint,
        string template,
        IEnumerable<string> handlers,
        EquatableArray<string> methods,
        string? id = null
    ) =>
        writer.Construction(
            "map.Add(",
            "WebhookEndpoint",
            [
                "map.Plugin",
                Literal.String(template),
                SenderEmitter.Construction(endpoint.Sender, endpoint.Verification, template),
                .. handlers,
                // Written out: the compiler of C# 12 knows no params of a span.
                $"[{string.Join(", ", methods.Select(Literal.String))}]",
            ],
            [.. Properties(endpoint, id)],
            end: ");"
        );

    private static IEnumerable<(string, string)> Properties(EndpointModel endpoint, string? id)
    {
        if (id is not null)
        {
            yield return ("Id", Literal.String(id));
        }

        yield return ("Name", Literal.String(endpoint.Name));
        if (endpoint.Description is { } description)
        {
            yield return ("Description", Literal.String(description));
        }

        if (endpoint.MaxBodySize is > 0 and not EndpointModel.DefaultMaxBodySize)
        {
            yield return ("MaxBodySize", Literal.Number(endpoint.MaxBodySize));
        }

        if (endpoint.FormLimits.Count > 0)
        {
            yield return ("FormLimits", $"new() {{ {string.Join(", ", endpoint.FormLimits)} }}");
        }

        if (endpoint.Addresses is { } addresses)
        {
            var networks = string.Concat(addresses.Networks.Select(network => ", " + Literal.String(network)));
            yield return ("Addresses", $"new(map.Plugin, {Literal.StringOrNull(addresses.ConfigPath)}{networks})");
        }

        if (endpoint.FormEnvelope is { } field)
        {
            yield return ("FormEnvelope", Literal.String(field));
        }

        if (endpoint.DetectsDuplicates)
        {
            yield return ("DetectsDuplicates", "true");
        }

        if (endpoint.Record is { } record)
        {
            yield return ("Record", record ? "true" : "false");
        }

        if (endpoint.IsQueued)
        {
            yield return ("Mode", "global::Hooklatch.WebhookMode.Queued");
        }

        if (endpoint.Concurrency > 0)
        {
            yield return ("Concurrency", Literal.Number(endpoint.Concurrency));
        }

        if (endpoint.OrderPath is { } path)
        {
            yield return ("OrderPath", Literal.String(path));
        }
    }
}
