namespace Hooklatch.Deliveries;

/// <summary>The right to run one delivery. It ends with a status of the 2xx, or without one so that the sender's next try runs.</summary>
internal abstract class DeliveryClaim
{
    /// <summary>The delivery was taken: a copy of it is answered with this status.</summary>
    public abstract void Complete(int status);

    /// <summary>The delivery was not taken. Without effect where it was completed.</summary>
    public abstract void Release();
}
