namespace Hooklatch.Verification.Custom;

/// <summary>
/// The base of every attribute whose verification no scheme expresses. A derived class builds an <see cref="IRequestVerifier"/>; generated
/// code constructs the attribute as it was written and asks it for one, so nothing is found by reflection.
/// </summary>
public abstract class CodeSignatureAttribute : SignatureAttribute
{
    /// <summary>Builds the verifier of one endpoint. Called once, when the host starts.</summary>
    /// <param name="settings">The plugin's configuration, live.</param>
    public abstract IRequestVerifier CreateVerifier(VerifierSettings settings);
}
