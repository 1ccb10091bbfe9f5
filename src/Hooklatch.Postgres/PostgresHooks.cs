namespace Hooklatch.Postgres;

/// <summary>Where tests take part.</summary>
internal sealed record PostgresHooks
{
    public static readonly PostgresHooks None = new();

    /// <summary>The time in ticks of UTC that stands for the database's; <see langword="null"/> for the database's own.</summary>
    public Func<long>? Clock { get; init; }
}
