using Hooklatch.Http;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Lifecycle;

/// <summary>
/// The host's logger of a class. A class of a plugin handles what strangers write, so its entries are made safe; everybody else's are the framework's
/// own.
/// </summary>
internal sealed class PluginLogger<T> : ILogger<T>
{
    private readonly ILogger _logger;

    public PluginLogger(ILoggerFactory factory, IEnumerable<PluginManifest> plugins)
    {
        var logger = new Logger<T>(factory);
#pragma warning disable RS0030 // Nothing is searched: a plugin is the assembly of its manifest, and what is asked is whether the class is of it.
        _logger = plugins.Any(plugin => plugin.GetType().Assembly == typeof(T).Assembly) ? new SafeLogger(logger) : logger;
#pragma warning restore RS0030
    }

    public bool IsEnabled(LogLevel logLevel) => _logger.IsEnabled(logLevel);

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => _logger.BeginScope(state);

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _logger.Log(logLevel, eventId, state, exception, formatter);
}
