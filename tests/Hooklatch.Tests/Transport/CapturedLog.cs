using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Tests.Transport;

/// <summary>Everything that is logged, at every level, with the values and scopes that a structured sink would store.</summary>
[ProviderAlias("Captured")]
internal sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<Entry> _entries = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<Entry> Entries => _entries;

    /// <summary>What Hooklatch itself logged.</summary>
    public IEnumerable<Entry> Own => _entries.Where(entry => entry.Category.StartsWith("Hooklatch", StringComparison.Ordinal));

    /// <summary>The entries that hold a text anywhere.</summary>
    public IEnumerable<string> Mentions(string text) =>
        _entries.Select(entry => entry.ToString()).Where(line => line.Contains(text, StringComparison.Ordinal));

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() { }

    internal sealed record Entry(
        string Category,
        LogLevel Level,
        string Message,
        IReadOnlyList<string> Arguments,
        IReadOnlyList<string> Scopes,
        string Exception
    )
    {
        public override string ToString() => $"{Category} {Level}: {Message} {string.Join(' ', [.. Arguments, .. Scopes])} {Exception}";
    }

    private sealed class Logger(CapturedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var scopes = new List<string>();
            log._scopes.ForEachScope((scope, all) => all.AddRange(ValuesOf(scope).Append($"{scope}")), scopes);
            log._entries.Enqueue(new Entry(category, logLevel, formatter(state, exception), [.. ValuesOf(state)], scopes, $"{exception}"));
        }

        private static IEnumerable<string> ValuesOf(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> pairs ? pairs.Select(pair => $"{pair.Value}") : [];
    }
}
