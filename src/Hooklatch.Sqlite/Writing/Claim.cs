namespace Hooklatch.Sqlite.Writing;

/// <summary>A claim that somebody holds.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="Token">The claim's token.</param>
/// <param name="Endpoint">The endpoint's number.</param>
/// <param name="ReadyAt">When the delivery could first run.</param>
internal readonly record struct Claim(long Id, long Token, int Endpoint, long ReadyAt);
