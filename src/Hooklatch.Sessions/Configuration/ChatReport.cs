using Microsoft.Extensions.Hosting;

namespace Hooklatch.Sessions.Configuration;

/// <summary>Builds the adapters when the host starts, so that an operator reads of a broken one before the first message is lost.</summary>
internal sealed class ChatReport(AdapterCatalog catalog) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = catalog.Current;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
