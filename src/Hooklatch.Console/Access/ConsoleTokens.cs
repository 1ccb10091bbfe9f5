using Hooklatch.Console.Hosting;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Console.Access;

/// <summary>The tokens that count now: those that are configured, or else the one that the host made for itself.</summary>
internal sealed partial class ConsoleTokens(LiveConsoleOptions options, ILogger<ConsoleTokens> logger)
{
    private readonly Lock _lock = new();
    private volatile Snapshot? _current;
    private volatile KnownToken? _generated;

    /// <summary>Whether any token is configured, whatever it is worth.</summary>
    public bool AreConfigured => options.Current.Tokens.Count > 0;

    public IReadOnlyList<KnownToken> Current
    {
        get
        {
            var now = options.Current;
            var configured = _current is { } current && current.From == now ? current.Tokens : Refresh(now);
            // One that is configured and cannot be used does not bring back the other.
            return now.Tokens.Count == 0 && _generated is { } generated ? [generated] : configured;
        }
    }

    /// <summary>The token that may do most, the first by name of several; as it a login link signs in.</summary>
    public KnownToken? Strongest =>
        Current.OrderByDescending(token => token.Role).ThenBy(token => token.Name, StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Takes the token that the host made.</summary>
    public void TakeGenerated(KnownToken token) => _generated = token;

    /// <summary>Compares with every token, so that the time tells nothing.</summary>
    public KnownToken? Find(string presented)
    {
        var hash = KnownToken.HashOf(presented.Length <= TokenRules.MaxLength ? presented : "");
        KnownToken? found = null;
        foreach (var token in Current)
        {
            found = token.Is(hash) ? token : found;
        }

        return found;
    }

    private IReadOnlyList<KnownToken> Refresh(HooklatchConsoleOptions now)
    {
        lock (_lock)
        {
            if (_current is { } current && current.From == now)
            {
                return current.Tokens;
            }

            foreach (var problem in TokenRules.ProblemsOf(now.Tokens))
            {
                LogRejected(logger, problem);
            }

            KnownToken[] tokens =
            [
                .. now
                    .Tokens.Where(token => TokenRules.IsUsable(token.Key, token.Value))
                    .Select(token => new KnownToken(token.Key, token.Value.Role, token.Value.Token)),
            ];
            _current = new Snapshot(now, tokens);
            return tokens;
        }
    }

    [LoggerMessage(
        EventId = ConsoleEvents.ConsoleTokenRejected,
        EventName = nameof(ConsoleEvents.ConsoleTokenRejected),
        Level = LogLevel.Error,
        Message = "{Problem}: until then this token lets nobody into the console."
    )]
    private static partial void LogRejected(ILogger logger, string problem);

    private sealed record Snapshot(HooklatchConsoleOptions From, IReadOnlyList<KnownToken> Tokens);
}
