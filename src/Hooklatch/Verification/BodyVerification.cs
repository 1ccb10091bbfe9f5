using System.ComponentModel;
using Hooklatch.Bodies;
using Hooklatch.Deliveries;
using Hooklatch.Http;

namespace Hooklatch.Verification;

/// <summary>
/// The verification of one body while it arrives: it is hashed segment by segment, so that a large one is not read twice. Disposing it gives
/// back what it holds, also of a body that never became complete.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BodyVerification : IBodyHasher, IDisposable
{
    private protected BodyVerification() { }

    /// <summary>Takes the next bytes.</summary>
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Decides, once the body is complete.</summary>
    /// <param name="context">The delivery; a check notes there what it found out.</param>
    /// <param name="body">The body, which is not verified yet.</param>
    /// <returns>Why the delivery is rejected, or <see langword="null"/>.</returns>
    internal abstract ValueTask<Rejection?> CompleteAsync(Delivery context, WebhookBody body);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the verification holds.</summary>
    protected abstract void Dispose(bool disposing);
}
