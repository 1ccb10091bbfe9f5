using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Grafana's alerts: HMAC-SHA256, hexadecimal in <c>X-Grafana-Alerting-Signature</c>, over the raw body; where the contact point names a header
/// for a timestamp, over the timestamp, a colon and the raw body.
/// </summary>
/// <remarks>
/// What is signed is the contact point's to say, so <see cref="TimestampHeader"/> says it here, and a delivery that is signed the other way is invalid: one
/// whose timestamp a stranger took away never is taken for one that has none. Grafana states no tolerance.
/// Source: grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier, "HMAC signature";
/// github.com/grafana/alerting, http/hmac.go.
/// </remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Grafana-Alerting-Signature", SignedContent = "{body}")]
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Grafana-Alerting-Signature", SignedContent = "{timestamp}:{body}")]
[TimestampFrom(HeaderProperty = nameof(TimestampHeader))]
[EventFrom(JsonPath = "status")]
[SendsJson]
public sealed partial class GrafanaSignatureAttribute : SignatureAttribute
{
    /// <summary>
    /// The header that the contact point names for the timestamp, such as <c>X-Grafana-Alerting-Timestamp</c>; <c>ToleranceSeconds</c> is then to be
    /// set. Default: none, as in Grafana.
    /// </summary>
    public string? TimestampHeader { get; set; }
}
