namespace Hooklatch.Signing;

/// <summary>
/// Says how a provider is set up to send to an endpoint, for whoever sets it up: the console shows the steps beside each webhook with the attribute class.
/// </summary>
/// <param name="url">The provider's page that describes it, or on which it is done: an absolute URL of http or https.</param>
/// <param name="steps">
/// What to do at the provider, one sentence for each step, in its order. <c>{url}</c> stands for the endpoint's full URL, and <c>{setting}</c> for the path of
/// the setting that holds the secret or the public key: <c>Plugins:acme.shop:StripeSecrets</c>.
/// </param>
/// <example>
/// <code>
/// [Setup(
///     "https://docs.acme.example/webhooks",
///     "In the settings of your shop, open Webhooks and choose Add.",
///     "Paste {url} as the address.",
///     "Copy the secret that is shown into {setting}."
/// )]
/// [HmacScheme(HmacAlgorithm.Sha256, Header = "X-Acme-Signature", SignedContent = "{body}")]
/// public sealed partial class AcmeSignatureAttribute : SignatureAttribute;
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SetupAttribute(string url, params string[] steps) : Attribute
{
    /// <summary>The provider's page.</summary>
#pragma warning disable CA1056 // A constant of an attribute.
    public string Url { get; } = url;
#pragma warning restore CA1056

    /// <summary>What to do at the provider.</summary>
    public IReadOnlyList<string> Steps { get; } = steps;

    /// <summary>The provider's name for people. Default: the name of the class less <c>SignatureAttribute</c>.</summary>
    public string? Provider { get; set; }
}
