using Hooklatch.Console.Access;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Console.Hosting;

/// <summary>Makes the token that a host in Development has, and says where a console is off.</summary>
internal sealed partial class ConsoleStart(
    ConsoleEndpoints endpoints,
    ConsoleTokens tokens,
    TokenFile file,
    IHostEnvironment environment,
    TimeProvider time,
    ILogger<ConsoleStart> logger
) : IHostedLifecycleService
{
    /// <summary>When the host started.</summary>
    public DateTimeOffset StartedAt { get; private set; } = time.GetUtcNow();

    /// <summary>Once the server listens: where the console is mapped, and who may use it, is known then.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!endpoints.IsMapped || !endpoints.TakeTokens)
        {
            return;
        }

        if (tokens.AreConfigured)
        {
            // Names what is wrong with them, which here nothing can be.
            _ = tokens.Current;
        }
        else if (environment.IsDevelopment())
        {
            tokens.TakeGenerated(await file.ReadOrCreateAsync(cancellationToken));
        }
        else
        {
            LogOff(logger);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        StartedAt = time.GetUtcNow();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        EventId = ConsoleEvents.ConsoleOff,
        EventName = nameof(ConsoleEvents.ConsoleOff),
        Level = LogLevel.Warning,
        Message = "The console is off: it answers 404, since it has no token. Hooklatch:Console:Tokens:NAME:Token turns it on, at least 20 characters at random, with Hooklatch:Console:Tokens:NAME:Role (Read, Bodies or Operate); so does MapHooklatchConsole().RequireAuthorization()."
    )]
    private static partial void LogOff(ILogger logger);
}
