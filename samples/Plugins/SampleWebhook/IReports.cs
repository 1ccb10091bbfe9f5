namespace SampleWebhook;

/// <summary>What this plugin tells others of the reports that it has received since the host started.</summary>
public interface IReports
{
    /// <summary>The latest reports, the newest first.</summary>
    IReadOnlyList<Report> Latest { get; }
}
