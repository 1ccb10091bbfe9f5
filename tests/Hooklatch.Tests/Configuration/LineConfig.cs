namespace Hooklatch.Tests.Configuration;

public sealed class LineConfig
{
    public required string Text { get; init; }

    public int Number { get; init; } = 1;
}
