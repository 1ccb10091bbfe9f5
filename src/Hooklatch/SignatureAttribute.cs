namespace Hooklatch;

/// <summary>
/// The base of every attribute that verifies a sender. A derived class carries its scheme as attributes
/// (<see cref="Signing.HmacSchemeAttribute"/> and its neighbours); the generator reads them and emits the check for exactly that scheme.
/// What no scheme expresses is written in code: such a class derives from <see cref="Verification.Custom.CodeSignatureAttribute"/>.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public abstract class SignatureAttribute : Attribute
{
    /// <summary>
    /// Where the secret is in the plugin's configuration: <c>nameof(MyConfig.GitHubWebhookSecret)</c>, or a path such as
    /// <c>"Stripe:Secrets"</c>. It must lead to a property marked <see cref="SecretAttribute"/>, so that a literal secret cannot compile.
    /// </summary>
    public string? Secret { get; set; }

    /// <summary>
    /// Where the provider's public key is in the plugin's configuration, for schemes that sign with a private one:
    /// <c>nameof(MyConfig.DiscordPublicKey)</c>, or a path. It leads to a property of a configuration class.
    /// </summary>
    public string? PublicKey { get; set; }

    /// <summary>
    /// How many seconds a signed timestamp may differ from now, into the past and into the future, in place of what the scheme says.
    /// Default 0: what the scheme says; where it says nothing, an author must choose.
    /// </summary>
    public int ToleranceSeconds { get; set; }

    /// <summary>
    /// The <see cref="Verification.ISecretSource"/> of the plugin that knows the secrets of each tenant, in place of <see cref="Secret"/>.
    /// </summary>
    public Type? SecretSource { get; set; }
}
