using System.Collections.Concurrent;
using System.Text;
using Hooklatch.Configuration;
using Hooklatch.Http;
using Hooklatch.Plugins;
using Hooklatch.Storage;
using Hooklatch.Verification.Lookups;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Handshakes;

/// <summary>
/// Keeps the secret that a provider sends when an endpoint is set up, as a file of the secrets' directory, from which the configuration
/// reads it. Anyone can send such a request, so it is done only while the operator has opened a window, and never over a secret.
/// </summary>
internal sealed partial class SecretInstaller(
    HooklatchOptions options,
    TimeProvider time,
    ILogger<SecretInstaller> logger,
    SecretsDirectory? directory = null
) : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>What is logged of each setting: anyone can bring it about at will.</summary>
    private readonly ConcurrentDictionary<(string Setting, int Event), LogThrottle> _logs = new();

    /// <summary>Keeps a secret, if it is the time for it.</summary>
    /// <returns>
    /// Why the provider gets no answer: what it was answered would tell it that the secret is kept. <see langword="null"/> where it is, and where it was
    /// not to be.
    /// </returns>
    public async ValueTask<Rejection?> InstallAsync(
        PluginScope plugin,
        string? path,
        string secret,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (path is null)
        {
            return null;
        }

        var section = $"{plugin.Configuration.Section}:{path}";
        if (options.HandshakeWindow is not { } end || now >= end || directory is null)
        {
            if (ShouldLog(section, LogEvents.SecretNotInstalled, out var since))
            {
                LogWindowClosed(logger, section, since);
            }

            return null;
        }

        await _one.WaitAsync(cancellation);
        try
        {
            var file = directory.FileOf(section);
            if (File.Exists(file) || new LiveSecrets<string[]>(plugin.Configuration, path, values => values).Current.Length > 0)
            {
                if (ShouldLog(section, LogEvents.SecretAlreadyConfigured, out var since))
                {
                    LogAlreadyConfigured(logger, section, since);
                }

                return null;
            }

            if (!await TryWriteAsync(section, file, secret, cancellation))
            {
                return Rejection.SecretNotStored;
            }

            // The next delivery may be signed with it before the watch of the directory notices.
            directory.Refresh();
            LogInstalled(logger, section);
            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private bool ShouldLog(string setting, int logged, out int since) =>
        _logs.GetOrAdd((setting, logged), static _ => new LogThrottle()).ShouldLog(time, out since);

    private async Task<bool> TryWriteAsync(string section, string file, string secret, CancellationToken cancellation)
    {
        // Written aside, so that the configuration reads no half of it.
        var aside = Path.Combine(Path.GetDirectoryName(file)!, SecretsDirectory.Ignored + Path.GetFileName(file));
        try
        {
            await DurableFile.CreateAsync(file, aside, Encoding.UTF8.GetBytes(secret), cancellation);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            if (ShouldLog(section, LogEvents.SecretNotStored, out var since))
            {
                LogNotStored(logger, error, section, file, since);
            }

            return false;
        }
    }

    [LoggerMessage(
        EventId = LogEvents.SecretNotInstalled,
        EventName = nameof(LogEvents.SecretNotInstalled),
        Level = LogLevel.Warning,
        Message = "A provider sent a secret for {Setting}, which is not kept: set Hooklatch:SecretsDirectory and Hooklatch:HandshakeWindow, then set the endpoint up again. {Since} more were sent since this was logged last."
    )]
    private static partial void LogWindowClosed(ILogger logger, string setting, int since);

    [LoggerMessage(
        EventId = LogEvents.SecretAlreadyConfigured,
        EventName = nameof(LogEvents.SecretAlreadyConfigured),
        Level = LogLevel.Warning,
        Message = "A provider sent a secret for {Setting}, which is configured already and stays. {Since} more were sent since this was logged last."
    )]
    private static partial void LogAlreadyConfigured(ILogger logger, string setting, int since);

    [LoggerMessage(
        EventId = LogEvents.SecretInstalled,
        EventName = nameof(LogEvents.SecretInstalled),
        Level = LogLevel.Information,
        Message = "The secret that a provider sent for {Setting} is kept in the secrets' directory."
    )]
    private static partial void LogInstalled(ILogger logger, string setting);

    [LoggerMessage(
        EventId = LogEvents.SecretNotStored,
        EventName = nameof(LogEvents.SecretNotStored),
        Level = LogLevel.Error,
        Message = "The secret that a provider sent for {Setting} could not be stored in {File}; the provider was answered 503, so that it asks again. It failed {Since} times since this was logged last."
    )]
    private static partial void LogNotStored(ILogger logger, Exception error, string setting, string file, int since);
}
