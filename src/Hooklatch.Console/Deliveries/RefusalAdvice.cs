using System.Collections.Frozen;
using Hooklatch.Deliveries;

namespace Hooklatch.Console.Deliveries;

/// <summary>
/// Why a delivery was refused, and what the developer of its sender can do: one sentence for each reason. A test goes over the reasons that the core has.
/// </summary>
internal static class RefusalAdvice
{
    private const string Otherwise = "The host refused the delivery. Its log says more.";
    private const string SendAgain = "It is not the sender's fault: send it again later.";

    /// <summary>The sentences by reason.</summary>
    public static FrozenDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["not_found"] =
                "There is no webhook at this path. Compare the URL at the sender with the one that the console shows, including upper and lower case.",
            ["disabled"] = $"The plugin is switched off or has not started. {SendAgain} Its operator can switch it on.",
            ["method"] =
                "The webhook does not take this HTTP method. Send the method that the console shows, mostly POST; the answer names it in Allow.",
            ["missing_signature"] =
                "A header or parameter that the signature needs is missing. Set a signing secret at the sender; the detail names what is missing. A proxy may have removed it.",
            ["missing_token"] = "The token is missing. Send it in the header or parameter that the endpoint names.",
            ["invalid_signature"] =
                "The signature does not fit the body. Compare the secret at the sender with the configured one; sign the exact bytes that are sent, and let no proxy change them. Switch ExplainRefusals on to see which step fails.",
            ["invalid_token"] = "The token is another one than the configured one. Copy it again, without blanks or line ends around it.",
            ["timestamp"] =
                "The signed time is too far from the host's clock. Sign each try anew when it is sent, and synchronise the clocks of both sides.",
            ["secret_not_configured"] =
                $"The host has no secret for this webhook, so that it can verify nothing. {SendAgain} The operator sets the setting that the overview names.",
            ["public_url_not_configured"] =
                $"The signature holds the URL, and the host does not know its public one. {SendAgain} The operator sets Hooklatch:PublicUrl.",
            ["key_unavailable"] =
                $"The provider's public key could not be fetched. {SendAgain} The operator looks whether the host reaches the provider.",
            ["secret_not_available"] =
                $"The secret of this tenant could not be read. {SendAgain} The operator looks at the source of secrets.",
            ["secret_not_stored"] = $"The secret of the handshake could not be stored. {SendAgain} The operator looks at the disk.",
            ["address"] =
                "The address that it came from is not one of those that are allowed. Send from a listed address; behind a proxy, the operator sets UseForwardedHeaders().",
            ["handshake"] =
                "The check of the URL did not succeed: its token or signature is wrong. Start the check again, with the secret that is configured here.",
            ["duplicate_in_progress"] =
                "A copy of this delivery is being handled now. Nothing has to be done: a later copy is answered as the first one.",
            ["body_too_large"] =
                "The body is larger than the endpoint takes. Send less, or several deliveries; the console shows the limit.",
            ["body_too_slow"] = "The body did not arrive in time. Send it at once after the headers; look at the network between the two.",
            ["body_incomplete"] =
                "The connection ended before the whole body was there. Send it again, with the Content-Length that it has.",
            ["out_of_budget"] =
                $"The host holds as many bodies as it may. {SendAgain} The operator looks at Hooklatch:MemoryBudget and DiskBudget.",
            ["storage"] = $"The host could not write the body to its disk. {SendAgain} The operator looks at Hooklatch:SpoolDirectory.",
            ["inbox_unavailable"] = $"The store could not be used. {SendAgain} The operator looks at the disk or the database.",
            ["inbox_full"] =
                $"As many deliveries wait as may. {SendAgain} The operator looks at what waits, and at Hooklatch:Inbox:MaxDepth and MaxBytes.",
            ["media_type"] =
                "The endpoint does not take this content type. Send the one of the sender's documentation, mostly application/json, and name it in Content-Type.",
            ["charset"] = "The text is not UTF-8, or not what its charset says. Send UTF-8, and name no other charset in Content-Type.",
            ["content_encoding"] = "The body is compressed, which the endpoint does not take. Send it without Content-Encoding.",
            ["invalid_json"] =
                "The body is no valid JSON. Send one document in UTF-8, without comments, trailing commas or a byte order mark.",
            ["invalid_text"] = "The body is no UTF-8 text. Send it as UTF-8.",
            ["repeated_name"] = "The body names its event, its id or its challenge more than once. Send each once.",
            ["form"] = "The form is malformed or larger than is allowed. The detail says where; build it with a library for forms.",
            ["envelope"] = "The form lacks the field that holds the payload; the detail names it. Send the JSON in that field.",
            ["binding"] =
                "The handler needs values that are missing or malformed; the detail names them. Send them, or tell the plugin's author that the payload has changed.",
            ["handler"] = "The plugin's own code rejected it; the answer says why. Ask the plugin's author where that is not clear.",
            ["handler_failed"] =
                "The plugin's code failed. It is not the sender's fault: its author finds the error in the log. Send it again once that is mended.",
            ["answer"] = "The answer could not be written. It is not the sender's fault: the plugin's author finds the error in the log.",
            [DeliveryEnd.TimedOut] =
                "The handler took longer than a request may. Its author lets it run after the answer (WebhookMode.Queued), or makes it faster.",
        }.ToFrozenDictionary();

    /// <summary>The sentences for a reason.</summary>
    public static string Of(string reason) => All.GetValueOrDefault(reason, Otherwise);
}
