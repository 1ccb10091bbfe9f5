namespace Hooklatch.Verification.Custom;

/// <summary>
/// The base of every attribute that verifies in code and whose provider signs a time. A derived class must say how far that time may be from
/// now where an endpoint does not (<see cref="SignatureAttribute.ToleranceSeconds"/>), so that no delivery is good for ever.
/// </summary>
public abstract class TimedCodeSignatureAttribute : CodeSignatureAttribute
{
    /// <param name="usualToleranceSeconds">
    /// How many seconds a signed time may differ from now, into the past and into the future, where an endpoint says nothing: what the provider
    /// advises; or as long as it repeats a delivery under its first time, if copies are told by a signed id. At least 1.
    /// </param>
    protected TimedCodeSignatureAttribute(int usualToleranceSeconds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(usualToleranceSeconds, 1);
        UsualToleranceSeconds = usualToleranceSeconds;
    }

    /// <summary>How many seconds a signed time may differ from now where an endpoint says nothing.</summary>
    public int UsualToleranceSeconds { get; }

    /// <inheritdoc/>
    public sealed override IRequestVerifier CreateVerifier(VerifierSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return CreateVerifier(settings, new TimeTolerance(ToleranceSeconds > 0 ? ToleranceSeconds : UsualToleranceSeconds));
    }

    /// <summary>Builds the verifier of one endpoint. Called once, when the host starts.</summary>
    /// <param name="settings">The plugin's configuration, live.</param>
    /// <param name="tolerance">What the signed time is held against.</param>
    protected abstract IRequestVerifier CreateVerifier(VerifierSettings settings, TimeTolerance tolerance);
}
