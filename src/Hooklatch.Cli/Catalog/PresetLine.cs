namespace Hooklatch.Cli.Catalog;

/// <summary>A preset in the list for scripts.</summary>
internal sealed record PresetLine
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Title { get; init; }

    /// <summary><c>secret</c> or <c>privateKey</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What <c>--setting</c> has to give besides.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>The events that there is a sample payload of.</summary>
    public IReadOnlyList<string> Samples { get; init; } = [];

    /// <summary>What has to be so for the endpoint to accept it; <see langword="null"/> where nothing has.</summary>
    public string? Condition { get; init; }
}
