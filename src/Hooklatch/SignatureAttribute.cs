namespace Hooklatch;

/// <summary>
/// The base of every attribute that verifies a sender by a signature over the request. A derived class carries its scheme as attributes
/// (<see cref="Verification.HmacSchemeAttribute"/> and its neighbours); the generator reads them and emits the check for exactly that scheme.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public abstract class SignatureAttribute : Attribute
{
    /// <summary>
    /// Where the secret is in the plugin's configuration: <c>nameof(MyConfig.GitHubWebhookSecret)</c>, or a path such as
    /// <c>"Stripe:Secrets"</c>. It must lead to a property marked <see cref="SecretAttribute"/>, so that a literal secret cannot compile.
    /// </summary>
    public required string Secret { get; set; }
}
