using System.ComponentModel.DataAnnotations;

[assembly: Plugin("tests", "build")]

namespace Hooklatch.Build.Tests;

/// <summary>What the tests read from their own assembly.</summary>
[PluginConfig]
public sealed class FirstConfig
{
    /// <summary>Where the "goods" are, or <c>C:\</c>.</summary>
    public required Uri Warehouse { get; init; }

    [Secret]
    public required string Token { get; init; }

    [Range(1, 100)]
    public int BatchSize { get; init; } = 20;

    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    public DayOfWeek? Day { get; init; }
}

[PluginConfig]
public sealed class SecondConfig
{
    public required string Greeting { get; init; }

    /// <summary>Declared by both; the first one counts.</summary>
    public string BatchSize { get; init; } = "many";

    public Dictionary<string, FirstConfig> Größen { get; init; } = [];
}
