namespace Hooklatch.Benchmarks.FromJson;

/// <summary>What both sides take from a payload: five values.</summary>
internal readonly record struct Values(string? Action, string? Repository, long? SenderId, string? Sender, string[] Messages)
{
    /// <summary>What was taken last; written by both sides, so that neither is optimised away.</summary>
    public static Values Last { get; set; }

    public bool Equals(Values other) =>
        (Action, Repository, SenderId, Sender) == (other.Action, other.Repository, other.SenderId, other.Sender)
        && Messages.AsSpan().SequenceEqual(other.Messages);

    public override int GetHashCode() => HashCode.Combine(Action, Repository, SenderId, Sender, Messages.Length);
}
