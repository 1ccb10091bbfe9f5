using Hooklatch.Http;
using Hooklatch.Validation;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Configuration;

/// <summary>
/// The plugin's configuration object, rebuilt by a generated binder when the configuration changes. A change that cannot be used is rejected
/// and logged, and the last good object stays, with the secrets that are configured now.
/// </summary>
internal sealed partial class PluginConfigSource<T> : IPluginConfig<T>, IConfigCheck
    where T : class
{
    private readonly PluginConfiguration _configuration;
    private readonly PluginConfigBinder<T> _binder;
    private readonly ILogger _logger;
    private readonly Lock _lock = new();
    private volatile Snapshot? _current;

    /// <param name="configuration">The plugin's configuration.</param>
    /// <param name="binder">The generated binder.</param>
    /// <param name="logger">Where a rejected configuration is reported.</param>
    public PluginConfigSource(PluginConfiguration configuration, PluginConfigBinder<T> binder, ILogger logger)
    {
        (_configuration, _binder, _logger) = (configuration, binder, logger);
        configuration.Changed += Check;
        configuration.Expect(TryAddKeys);
    }

    public T Current =>
        Latest() switch
        {
            { Value: { } value } => value,
            var unusable => throw new FormatException(unusable.Problems),
        };

    public void Check() => _ = Latest();

    /// <summary>
    /// Adds the keys that the object is read from: those that the binder asks for, where something is configured. The object itself is of no
    /// use.
    /// </summary>
    private bool TryAddKeys(ConfigurationKeys keys)
    {
        try
        {
            _ = _binder.Bind(new ConfigReader(_configuration, new ConfigProblems(), keys));
            return true;
        }
#pragma warning disable CA1031 // The author's own setters may throw anything.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private Snapshot Latest()
    {
        if (_current is { } current && current.Version == _configuration.Version)
        {
            return current;
        }

        lock (_lock)
        {
            return _current is { } latest && latest.Version == _configuration.Version ? latest : _current = Build(_current);
        }
    }

    private Snapshot Build(Snapshot? last)
    {
        // The version is read first: a change in between makes this snapshot out of date, never wrongly current.
        var version = _configuration.Version;
        var problems = new ConfigProblems();
        var value = Bind(problems);
        if (value is not null)
        {
            return new Snapshot(version, value, null);
        }

        if (last is not { Value: { } good })
        {
            LogUnusable(_logger, _configuration.Section, problems.ToString());
            return new Snapshot(version, null, problems.ToString());
        }

        LogRejected(_logger, _configuration.Section, problems.ToString());
        return new Snapshot(version, _binder.WithSecrets(new ConfigReader(_configuration, new ConfigProblems()), good), null);
    }

    private T? Bind(ConfigProblems problems)
    {
        try
        {
            var value = _binder.Bind(new ConfigReader(_configuration, problems));
            if (problems.IsEmpty)
            {
                var errors = new BindingErrors();
                _binder.Validate(new RuleScope(errors, services: null), value);
                if (!errors.IsEmpty)
                {
                    problems.AddInvalid(_configuration.Section, errors);
                }
            }

            return problems.IsEmpty ? value : null;
        }
#pragma warning disable CA1031 // The author's own setters and rules may throw anything, and a change must never end the host.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            problems.AddFailure(_configuration.Section, exception);
            return null;
        }
    }

    [LoggerMessage(
        EventId = LogEvents.ConfigurationRejected,
        EventName = nameof(LogEvents.ConfigurationRejected),
        Level = LogLevel.Error,
        Message = "A change of {Section} was rejected and the last good configuration stays: {Reason}"
    )]
    private static partial void LogRejected(ILogger logger, string section, string reason);

    [LoggerMessage(
        EventId = LogEvents.ConfigurationUnusable,
        EventName = nameof(LogEvents.ConfigurationUnusable),
        Level = LogLevel.Error,
        Message = "{Section} cannot be used, and handlers that take it answer 500 until it is put right: {Reason}"
    )]
    private static partial void LogUnusable(ILogger logger, string section, string reason);

    /// <param name="Version">The version of the configuration that it was built from.</param>
    /// <param name="Value">The object; <see langword="null"/> where there has been no good one yet.</param>
    /// <param name="Problems">Why there is none.</param>
    private sealed record Snapshot(int Version, T? Value, string? Problems);
}
