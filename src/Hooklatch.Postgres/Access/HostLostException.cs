namespace Hooklatch.Postgres.Access;

/// <summary>Another host has taken this one for dead, since nothing was heard of it.</summary>
internal sealed class HostLostException(Exception inner) : Exception("Another host has taken this one for dead.", inner)
{
    /// <summary>What the functions of the schema raise.</summary>
    public const string SqlState = "HL001";
}
