using System.Runtime.InteropServices;
using Hooklatch.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Hosting;

/// <summary>
/// Lets a hangup (SIGHUP) stop the host as a termination (SIGTERM) does: deliveries that run end. The framework's host listens to SIGINT, SIGQUIT
/// and SIGTERM only, so that a terminal that closes would end the process in the middle of a delivery.
/// </summary>
/// <remarks>Why it does not reload: docs/decisions/hangup-drains.md.</remarks>
internal sealed partial class HangupDrain(IHostApplicationLifetime lifetime, ILogger<HangupDrain> logger) : IHostedService, IDisposable
{
    private PosixSignalRegistration? _registration;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // On Windows the signal is a console that closes, after which the system ends the process whatever it says.
        if (!OperatingSystem.IsWindows())
        {
            _registration = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Handle);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Until the host has stopped, so that a second hangup does not end what drains.</summary>
    public void Dispose() => _registration?.Dispose();

    /// <summary>A host that handles the signal itself, and says so, keeps running.</summary>
    internal void Handle(PosixSignalContext context)
    {
        if (context.Cancel)
        {
            return;
        }

        context.Cancel = true;
        if (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            LogHangup(logger);
            lifetime.StopApplication();
        }
    }

    [LoggerMessage(
        EventId = LogEvents.HangupReceived,
        EventName = nameof(LogEvents.HangupReceived),
        Level = LogLevel.Information,
        Message = "The process was sent SIGHUP: the host stops as on SIGTERM, once the deliveries that run have ended."
    )]
    private static partial void LogHangup(ILogger logger);
}
