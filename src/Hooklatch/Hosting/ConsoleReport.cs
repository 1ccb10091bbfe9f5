using Hooklatch.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Hosting;

/// <summary>Says, after everything else that a start has to say, where the console is: it is the line that a person looks for.</summary>
internal sealed partial class ConsoleReport(IServiceProvider services, ILogger<ConsoleReport> logger) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (services.GetService<IConsoleAddress>()?.Address is { } address)
        {
            LogConsole(logger, LogText.OneLine(address));
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        EventId = LogEvents.ConsoleAddress,
        EventName = nameof(LogEvents.ConsoleAddress),
        Level = LogLevel.Information,
        Message = "Console: {Address}"
    )]
    private static partial void LogConsole(ILogger logger, string address);
}
