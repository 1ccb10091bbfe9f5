namespace Hooklatch.Management;

/// <summary>What is done with one delivery.</summary>
internal sealed record DeliveryAction
{
    /// <summary>For a replay: whether one that was handled stays as it is.</summary>
    public bool OnlyIfNotDone { get; init; }
}
