namespace Hooklatch.Bodies;

/// <summary>Sees a body while it arrives, so that its signature is computed without a second pass over the bytes.</summary>
internal interface IBodyHasher
{
    /// <summary>Takes the next bytes of the body: each byte once, in the order of the wire.</summary>
    void Append(ReadOnlySpan<byte> bytes);
}
