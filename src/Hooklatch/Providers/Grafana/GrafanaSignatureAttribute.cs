using Hooklatch.Signing;
using Hooklatch.Signing.Schemes;

namespace Hooklatch.Providers;

/// <summary>
/// Verifies Grafana's alerts: HMAC-SHA256 over the raw body, hexadecimal in <c>X-Grafana-Alerting-Signature</c>, where the contact
/// point names no header for a timestamp.
/// </summary>
/// <remarks>Source: grafana.com/docs, "Configure the webhook notifier for Alerting"; grafana/grafana#100960.</remarks>
[HmacScheme(HmacAlgorithm.Sha256, Header = "X-Grafana-Alerting-Signature", SignedContent = "{body}")]
[EventFrom(JsonPath = "status")]
public sealed partial class GrafanaSignatureAttribute : SignatureAttribute;
