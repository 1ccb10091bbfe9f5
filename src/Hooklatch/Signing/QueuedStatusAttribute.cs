namespace Hooklatch.Signing;

/// <summary>
/// States the status that a provider wants for a delivery that was taken, where the 202 of a queued delivery would be a failure to it: Mailgun, for one, takes
/// only a 200.
/// </summary>
/// <param name="status">The status, 200 to 299.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class QueuedStatusAttribute(int status) : Attribute
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;
}
