namespace Hooklatch.Cli.Catalog;

/// <summary>A sample payload.</summary>
/// <param name="Preset">The preset.</param>
/// <param name="Event">Its event.</param>
/// <param name="File">The file in the tool.</param>
/// <param name="ContentType">Its media type.</param>
internal sealed record Sample(string Preset, string Event, string File, string ContentType = "application/json")
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>Every sample; the first of a preset is the one that is sent when no event is asked for.</summary>
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("adyen", "AUTHORISATION", "adyen.json"),
        new("alipay", "trade_status_sync", "alipay.txt", Form),
        new("exact-online", "Accounts", "exact-online.json"),
        new("github", "ping", "github.ping.json"),
        new("github", "push", "github.push.json"),
        new("github", "issues", "github.issues.json"),
        new("gitlab", "Push Hook", "gitlab.push.json"),
        new("gitlab-token", "Push Hook", "gitlab.push.json"),
        new("shopify", "orders/create", "shopify.order.json"),
        new("slack", "app_mention", "slack.mention.json"),
        new("stripe", "payment_intent.succeeded", "stripe.payment.json"),
        new("telegram", "message", "telegram.message.json"),
        new("twilio", "message", "twilio.txt", Form),
    ];

    /// <summary>The samples of a preset.</summary>
    public static IEnumerable<Sample> Of(string preset) =>
        All.Where(sample => sample.Preset.Equals(preset, StringComparison.OrdinalIgnoreCase));

    /// <summary>Its bytes.</summary>
    public byte[] Read() => EmbeddedFile.Read("samples/" + File);
}
