namespace Hooklatch.Inbox;

/// <summary>The right to run one delivery once.</summary>
public sealed record InboxWork
{
    /// <summary>The delivery's id in the store. Later ones are larger.</summary>
    public required long Id { get; init; }

    /// <summary>
    /// What tells this claim from every other one of the delivery, earlier and later: it grows with each. Whoever ends the work shows it, and a stale one
    /// ends nothing.
    /// </summary>
    public required long Token { get; init; }

    /// <summary>The plugin's key.</summary>
    public required string Plugin { get; init; }

    /// <summary>The endpoint as declared.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Which try this is, counted from 1. It was committed with the claim.</summary>
    public required int Attempt { get; init; }

    /// <summary>How often the process died while the delivery ran, since it was accepted or requeued.</summary>
    public int Crashes { get; init; }

    /// <summary>Whether it was running when the process died the last time, and runs alone now.</summary>
    public bool IsSuspect { get; init; }
}
