namespace Hooklatch.Cli.Listening;

/// <summary>What is done with each request that a listener gets.</summary>
internal sealed record ListenSettings
{
    /// <summary>The folder in which requests are saved.</summary>
    public string? Save { get; init; }

    /// <summary>Where requests are sent on to.</summary>
    public string? Forward { get; init; }

    /// <summary>Whether whole requests are printed.</summary>
    public bool Prints { get; init; }

    /// <summary>What is answered where nothing is sent on.</summary>
    public int Status { get; init; } = 200;
}
