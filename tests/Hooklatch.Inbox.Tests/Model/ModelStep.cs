namespace Hooklatch.Inbox.Tests.Model;

/// <summary>One thing that happens to a store. The numbers choose among what there is then, so that a walk stays one when a step is left out.</summary>
internal readonly record struct ModelStep(StepKind Kind, int A, int B)
{
    // What happens often, often.
    private static readonly StepKind[] Kinds =
    [
        .. Enumerable.Repeat(StepKind.Accept, 10),
        .. Enumerable.Repeat(StepKind.AcceptAndClaim, 6),
        .. Enumerable.Repeat(StepKind.Claim, 9),
        .. Enumerable.Repeat(StepKind.ClaimSuspect, 4),
        .. Enumerable.Repeat(StepKind.Start, 8),
        .. Enumerable.Repeat(StepKind.End, 14),
        .. Enumerable.Repeat(StepKind.Pass, 6),
        .. Enumerable.Repeat(StepKind.Restart, 4),
        .. Enumerable.Repeat(StepKind.Die, 3),
        .. Enumerable.Repeat(StepKind.Requeue, 4),
        .. Enumerable.Repeat(StepKind.Dismiss, 3),
        .. Enumerable.Repeat(StepKind.Report, 3),
        StepKind.EndStale,
        StepKind.EndStale,
        StepKind.Record,
        StepKind.Replay,
        StepKind.Pause,
        StepKind.Pause,
        StepKind.Erase,
        StepKind.Erase,
        StepKind.Sweep,
        StepKind.Sweep,
    ];

    public static ModelStep[] Walk(int seed, int length)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable
                .Range(0, length)
                .Select(_ => new ModelStep(Kinds[random.Next(Kinds.Length)], random.Next(1 << 16), random.Next(1 << 16))),
        ];
    }

    public override string ToString() => $"new(StepKind.{Kind}, {A}, {B}),";
}
