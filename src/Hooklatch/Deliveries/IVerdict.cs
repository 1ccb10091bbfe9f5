namespace Hooklatch.Deliveries;

/// <summary>What a verifier in code found out of a delivery.</summary>
internal interface IVerdict
{
    /// <summary>What the handler gets in place of the body.</summary>
    ReadOnlyMemory<byte>? Payload { get; }

    /// <summary>What is answered in place of running the handler.</summary>
    (string ContentType, ReadOnlyMemory<byte> Body)? Answer { get; }

    /// <summary>What a handler that answers nothing is answered with.</summary>
    (string ContentType, ReadOnlyMemory<byte> Body)? Acknowledgement { get; }

    /// <summary>The event, where the verifier knows it.</summary>
    string? Event { get; }

    /// <summary>The delivery's id, where the verifier knows it.</summary>
    string? DeliveryId { get; }
}
