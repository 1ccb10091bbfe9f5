namespace Hooklatch.Tests.Plugin;

/// <summary>One property of each kind that a configuration can hold, and the secrets of the endpoints.</summary>
[PluginConfig]
public sealed class TestConfig
{
    [Secret]
    public string? GitHubSecret { get; init; }

    [Secret]
    public string[] RotatingSecrets { get; init; } = [];

    [Secret]
    public string? Token { get; init; }

    public string Greeting { get; init; } = "hello";

    public int Number { get; init; } = 7;

    public double? Ratio { get; init; }

    public bool Active { get; init; }

    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    public DayOfWeek Day { get; init; }

    public DayOfWeek? MaybeDay { get; init; }

    public Uri? Address { get; init; }

    public string[] Names { get; init; } = [];

    public List<int> Numbers { get; init; } = [1, 2];

    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public NestedConfig Nested { get; init; } = new();
}

public sealed class NestedConfig
{
    public string Inner { get; init; } = "inside";

    public int Depth { get; init; }
}
