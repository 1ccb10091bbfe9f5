using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Hooklatch.TestKit.Logging;

/// <summary>Everything that a host logs, at every level, with scopes, as text and as a structured sink would store it.</summary>
[ProviderAlias("Captured")]
internal sealed class CapturedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();
    private readonly Dictionary<string, TaskCompletionSource<LogEntry>> _awaited = [];
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<LogEntry> Entries => _entries;

    /// <summary>What Hooklatch itself logged.</summary>
    public IEnumerable<LogEntry> Own => _entries.Where(entry => entry.Category.StartsWith("Hooklatch", StringComparison.Ordinal));

    public void Forget() => _entries.Clear();

    public IEnumerable<LogEntry> Named(string eventName) => _entries.Where(entry => entry.Event == eventName);

    /// <summary>The entries that hold a text anywhere.</summary>
    public IEnumerable<string> Mentions(string text) =>
        _entries.Select(entry => entry.Everything).Where(line => line.Contains(text, StringComparison.Ordinal));

    /// <summary>Completes with the first entry of an event, also one that is logged later.</summary>
    public async Task<LogEntry> FirstAsync(string eventName)
    {
        TaskCompletionSource<LogEntry>? awaited;
        lock (_awaited)
        {
            if (!_awaited.TryGetValue(eventName, out awaited))
            {
                awaited = new(TaskCreationOptions.RunContinuationsAsynchronously);
                _awaited.Add(eventName, awaited);
                if (Named(eventName).FirstOrDefault() is { } logged)
                {
                    awaited.SetResult(logged);
                }
            }
        }

        return await awaited.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose() { }

    private void Add(LogEntry entry)
    {
        lock (_awaited)
        {
            _entries.Enqueue(entry);
            if (_awaited.TryGetValue(entry.Event, out var awaited))
            {
                awaited.TrySetResult(entry);
            }
        }
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
            log._scopes.ForEachScope((scope, list) => list.Add(Describe(scope)), scopes);
            var fields = (state as IEnumerable<KeyValuePair<string, object?>> ?? []).ToDictionary(field => field.Key, field => field.Value);
            log.Add(
                new LogEntry(
                    category,
                    logLevel,
                    eventId.Name ?? "",
                    formatter(state, exception),
                    fields,
                    $"{exception} {string.Concat(scopes)}"
                )
            );
        }

        private static string Describe(object? scope) =>
            scope is IEnumerable<KeyValuePair<string, object?>> fields ? $"{scope} {string.Join(' ', fields)}" : $"{scope}";
    }
}
