using System.Text;
using Hooklatch.Description;
using Hooklatch.Endpoints;
using Hooklatch.Management;

namespace Hooklatch.Console.Trials;

/// <summary>What a test sends: the sample of the webhook's provider, with a placeholder for each value that the handler needs and the sample lacks.</summary>
internal sealed record Sample
{
    private const string AnyEvent = "sample";

    /// <summary>The event, where a header or the query names it.</summary>
    public string? Event { get; init; }

    /// <summary>The body.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>The media type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>The headers besides those that the signer writes.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The query, with its question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>What the provider's sample lacks of what the handler needs.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>The sample of a webhook.</summary>
    public static Sample Of(WebhookEndpoint webhook, TestRequest request)
    {
        var names = EventNames.Of(webhook, request.Event);
        var handler = webhook.HandlerOf(names.Name, names.Action) ?? webhook.Handlers[0];
        var details = handler.Details;
        var file = SampleFiles.Find(webhook.Sender.Setup?.Provider, names.Full, names.Name);
        var (body, contentType, added) = BodyOf(webhook, request, file, names, details);
        return new Sample
        {
            // A handler that takes all events reads which one it is.
            Event = names.Name ?? file?.Event ?? (webhook.Sender.EventHeader is null ? null : AnyEvent),
            Body = body,
            ContentType = contentType,
            Headers = HeadersOf(webhook, details),
            Query = QueryOf(webhook, details),
            Added = added,
        };
    }

    private static (byte[] Body, string ContentType, IReadOnlyList<string> Added) BodyOf(
        WebhookEndpoint webhook,
        TestRequest request,
        SampleFile? file,
        EventNames names,
        WebhookDescription details
    )
    {
        var isForm = webhook.BodyUse is BodyUse.Form or BodyUse.Files or BodyUse.Parts || file is { IsForm: true };
        if (request.Body is { } own)
        {
            return (Encoding.UTF8.GetBytes(own), isForm ? SampleForm.UrlEncoded : "application/json", []);
        }

        if (webhook.Methods.Count > 0 && webhook.Methods.All(method => method is "GET" or "HEAD"))
        {
            return ([], "", []);
        }

        return isForm
            ? SampleForm.Make(webhook.BodyUse, file is { IsForm: true } ? file.Text : null, details)
            : SampleJson.Make(webhook, file, names, details);
    }

    /// <summary>What the signer writes, it writes; everything else that the handler needs has a value.</summary>
    private static (string, string)[] HeadersOf(WebhookEndpoint webhook, WebhookDescription details)
    {
        var sender = webhook.Sender;
        var written = sender
            .Verifier.CredentialHeaders.Concat((sender.EventHeader ?? "").Split('|'))
            .Concat((sender.DeliveryIdHeader ?? "").Split('|'))
            .Append("Content-Type")
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. details
                .Headers.Where(value => !value.IsOptional && !written.Contains(value.Name))
                .Select(value => (value.Name, Placeholder.Text(value))),
        ];
    }

    private static string QueryOf(WebhookEndpoint webhook, WebhookDescription details)
    {
        var values = details.Query.Where(value => !value.IsOptional && value.Name != webhook.Sender.Verifier.CredentialQuery).ToList();
        return values.Count == 0
            ? ""
            : "?"
                + string.Join(
                    '&',
                    values.Select(value => $"{Uri.EscapeDataString(value.Name)}={Uri.EscapeDataString(Placeholder.Text(value))}")
                );
    }
}
