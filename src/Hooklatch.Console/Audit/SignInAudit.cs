using Hooklatch.Console.Access;
using Hooklatch.Verification.Lookups;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Console.Audit;

/// <summary>
/// Keeps who came, who went, and, once a minute, that somebody was refused. A store that cannot be used keeps nobody out: the console is what shows why.
/// </summary>
internal sealed partial class SignInAudit(AuditLog audit, Peers peers, TimeProvider time, ILogger<SignInAudit> logger)
{
    private readonly LogThrottle _refusals = new();

    /// <param name="caller">Who.</param>
    /// <param name="how"><c>token</c> or <c>login link</c>.</param>
    public ValueTask SignedInAsync(Caller caller, string how)
    {
        LogSignedIn(logger, LogText.Safe(caller.Name), caller.Role.Name(), how, PeerOf(caller));
        return WriteAsync(caller.Name, caller.Peer?.ToString(), AuditActions.SignIn, $"by {how}, role {caller.Role.Name()}");
    }

    public ValueTask SignedOutAsync(Caller caller)
    {
        LogSignedOut(logger, LogText.Safe(caller.Name), PeerOf(caller));
        return WriteAsync(caller.Name, caller.Peer?.ToString(), AuditActions.SignOut, null);
    }

    /// <param name="http">The request.</param>
    /// <param name="what">What was wrong: <c>token</c> or <c>login link</c>. Not itself.</param>
    public async ValueTask RefusedAsync(HttpContext http, string what)
    {
        if (_refusals.ShouldLog(time, out var since))
        {
            var peer = peers.Of(http)?.ToString();
            LogRefused(logger, peer ?? "-", what, since);
            await WriteAsync("-", peer, AuditActions.SignInRefused, $"unknown {what}; {since} more since the last such row");
        }
    }

    private static string PeerOf(Caller caller) => caller.Peer?.ToString() ?? "-";

    private async ValueTask WriteAsync(string who, string? peer, string action, string? detail)
    {
        try
        {
            await audit.WriteAccessAsync(who, peer, action, detail, CancellationToken.None);
        }
        catch (InboxUnavailableException error)
        {
            LogFailed(logger, error, action);
        }
    }

    [LoggerMessage(
        EventId = ConsoleEvents.ConsoleSignedIn,
        EventName = nameof(ConsoleEvents.ConsoleSignedIn),
        Level = LogLevel.Information,
        Message = "{Who} signed in to the console with the role {Role} by a {How}, from {Peer}"
    )]
    private static partial void LogSignedIn(ILogger logger, string who, string role, string how, string peer);

    [LoggerMessage(
        EventId = ConsoleEvents.ConsoleSignedOut,
        EventName = nameof(ConsoleEvents.ConsoleSignedOut),
        Level = LogLevel.Information,
        Message = "{Who} signed out of the console, from {Peer}"
    )]
    private static partial void LogSignedOut(ILogger logger, string who, string peer);

    [LoggerMessage(
        EventId = ConsoleEvents.ConsoleSignInRefused,
        EventName = nameof(ConsoleEvents.ConsoleSignInRefused),
        Level = LogLevel.Warning,
        Message = "Somebody at {Peer} was refused by the console: the {What} is not known. {Since} more were refused since this was logged last."
    )]
    private static partial void LogRefused(ILogger logger, string peer, string what, int since);

    [LoggerMessage(
        EventId = ConsoleEvents.ConsoleAuditFailed,
        EventName = nameof(ConsoleEvents.ConsoleAuditFailed),
        Level = LogLevel.Error,
        Message = "The audit of the console could not keep '{Action}', since the store cannot be used."
    )]
    private static partial void LogFailed(ILogger logger, Exception error, string action);
}
