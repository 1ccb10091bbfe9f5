using System.ComponentModel;
using Hooklatch.Bodies;
using Hooklatch.Pipeline;

namespace Hooklatch.Verification;

/// <summary>
/// The verification of one body while it arrives: it is hashed segment by segment, so that a large one is not read twice. Disposing it gives
/// back what it holds, also of a body that never became complete.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BodyVerification : IBodyHasher, IDisposable
{
    /// <summary>Takes the next bytes.</summary>
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Decides, once the body is complete.</summary>
    /// <returns>Why the delivery is refused, or <see langword="null"/>.</returns>
    internal abstract Rejection? Complete(WebhookContext context);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the verification holds.</summary>
    protected abstract void Dispose(bool disposing);
}
