namespace SampleWebhook;

/// <summary>What other plugins see of the shelf.</summary>
[PluginExport]
internal sealed class Reports(ReportShelf shelf) : IReports
{
    public IReadOnlyList<Report> Latest => shelf.Latest;
}
