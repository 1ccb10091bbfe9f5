namespace Hooklatch.Benchmarks.Hosts;

/// <summary>What every host takes from a push; linked into those that bind a type.</summary>
public sealed class Push
{
    public required Repository Repository { get; set; }

    public required Pusher Pusher { get; set; }

    public required Commit[] Commits { get; set; }
}

public sealed class Repository
{
    public required string FullName { get; set; }
}

public sealed class Pusher
{
    public required string Name { get; set; }
}

public sealed class Commit
{
    public required string Message { get; set; }
}
