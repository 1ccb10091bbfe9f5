namespace Hooklatch.Bodies;

/// <summary>
/// A payload that was taken out of another body before either was verified: anyone can send one, so it is charged to the budget like what was
/// received.
/// </summary>
internal sealed class PayloadBody : MemoryBody
{
    private PayloadBody(ReadOnlyMemory<byte> payload, BodyBudget.Share share)
        : base(payload, share) { }

    /// <summary>Takes the payload, which belongs to nobody else.</summary>
    /// <returns>The body; <see langword="null"/> where the budget has no room for it.</returns>
    public static PayloadBody? TryCreate(ReadOnlyMemory<byte> payload, BodyBudget.Share share) =>
        share.TryTakeMemory(payload.Length) ? new PayloadBody(payload, share) : null;

    protected override void Release() => Share!.ReturnMemory(Length);
}
