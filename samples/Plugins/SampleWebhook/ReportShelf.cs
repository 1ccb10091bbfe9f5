using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;

namespace SampleWebhook;

/// <summary>Keeps the latest reports as long as the host runs.</summary>
internal sealed class ReportShelf
{
    private const int Size = 20;

    private ImmutableList<Report> _latest = [];

    public IReadOnlyList<Report> Latest => _latest;

    public void Add(Report report) =>
        ImmutableInterlocked.Update(ref _latest, static (latest, added) => [added, .. latest.Take(Size - 1)], report);

    [PluginServices]
    public static void Configure(IServiceCollection services) => services.AddSingleton<ReportShelf>();
}
