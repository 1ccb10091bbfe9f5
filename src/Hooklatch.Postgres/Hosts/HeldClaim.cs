namespace Hooklatch.Postgres.Hosts;

/// <summary>A claim that this host holds.</summary>
/// <param name="Token">The claim's token.</param>
/// <param name="Endpoint">The endpoint's number.</param>
/// <param name="Size">The bytes of the delivery.</param>
internal sealed record HeldClaim(long Token, int Endpoint, long Size)
{
    /// <summary>Whether the handler runs alone; <see langword="null"/> where it has not begun.</summary>
    public bool? IsAlone { get; init; }

    /// <summary>Whether its end is a part of a transaction of the handler's own, which may be committed by now.</summary>
    public bool IsCompleting { get; init; }
}
