using Hooklatch.Bodies;

namespace Hooklatch.Signing.Schemes;

/// <summary>The check of one scheme on one request, with every key of the scheme. It serves one request after the other.</summary>
internal abstract class SchemeCheck(SchemeKeys keys) : IDisposable
{
    /// <summary>
    /// What tells this delivery from others that the same key signed. It is derived from the signed text, never from a signature that can be
    /// written in more than one way.
    /// </summary>
    public UInt128 Fingerprint { get; protected set; }

    /// <summary>Takes what is signed before the body.</summary>
    public abstract void Begin(in ReceivedRequest request);

    /// <summary>Takes the next bytes of the body.</summary>
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Decides, once the body is complete.</summary>
    /// <param name="request">The request with the values that the scheme takes from the body.</param>
    /// <param name="body">The body.</param>
    /// <param name="key">The number of the configured key that matched.</param>
    public abstract bool Matches(in ReceivedRequest request, WebhookBody body, out int key);

    /// <summary>Drops whatever was taken and gives the check back for the next request.</summary>
    public void Release()
    {
        Reset();
        keys.Return(this);
    }

    public abstract void Dispose();

    protected abstract void Reset();
}
