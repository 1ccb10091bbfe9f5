using Microsoft.Extensions.Logging;

namespace Hooklatch.Http;

/// <summary>
/// Writes what a plugin logs so that each entry is one line of harmless characters, whatever a sender's text in it holds. An entry that is harmless
/// already, which nearly all are, is passed on as it is.
/// </summary>
internal sealed class SafeLogger(ILogger inner) : ILogger
{
    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull =>
        state is string text ? inner.BeginScope(LogText.OneLine(text))
        : SafeState.IsSafe(state, () => state.ToString()) ? inner.BeginScope(state)
        : inner.BeginScope(new SafeState(state, state.ToString()));

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (!inner.IsEnabled(logLevel))
        {
            return;
        }

        if (SafeState.IsSafe(state, () => formatter(state, exception)))
        {
            inner.Log(logLevel, eventId, state, exception, formatter);
        }
        else
        {
            inner.Log(logLevel, eventId, new SafeState(state, formatter(state, exception)), exception, static (safe, _) => safe.ToString());
        }
    }
}
