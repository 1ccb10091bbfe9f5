namespace Hooklatch.Bodies;

/// <summary>Bytes that come one after the other: from a spool file, or from a request that is still arriving.</summary>
internal interface IByteSource
{
    /// <summary>Copies the next bytes; 0 means that there are no more.</summary>
    ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation);

    /// <summary>Takes bytes for a buffer out of the budget, which get them back with <see cref="Return"/> or at the end of the delivery.</summary>
    bool TryTake(int bytes);

    /// <summary>Gives bytes of a buffer back.</summary>
    void Return(int bytes);
}
