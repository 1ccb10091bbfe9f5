namespace Hooklatch.Management;

/// <summary>What a job has reported.</summary>
internal sealed record JobReportView
{
    /// <summary>How much is done, 0 to 100.</summary>
    public int Percent { get; init; }

    /// <summary>In its words.</summary>
    public string? Message { get; init; }

    /// <summary>What it returned, as formatted JSON; of a person who may not see bodies it is hidden.</summary>
    public string? Result { get; init; }
}
