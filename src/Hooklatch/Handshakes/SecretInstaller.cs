using Hooklatch.Configuration;
using Hooklatch.Hosting;
using Hooklatch.Pipeline;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Handshakes;

/// <summary>
/// Keeps the secret that a provider sends when an endpoint is set up, as a file of the secrets' directory, from which the configuration
/// reads it. Anyone can send such a request, so it is done only while the operator has opened a window, and never over a secret.
/// </summary>
internal sealed partial class SecretInstaller(HooklatchOptions options, ILogger<SecretInstaller> logger, SecretsDirectory? directory = null)
    : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);

    public async ValueTask InstallAsync(PluginScope plugin, string? path, string secret, DateTimeOffset now, CancellationToken cancellation)
    {
        if (path is null)
        {
            return;
        }

        var section = $"{plugin.Configuration.Section}:{path}";
        if (options.HandshakeWindow is not { } end || now >= end || directory is null)
        {
            LogWindowClosed(logger, section);
            return;
        }

        await _one.WaitAsync(cancellation);
        try
        {
            var file = directory.FileOf(section);
            if (File.Exists(file) || new LiveSecrets<string[]>(plugin.Configuration, path, values => values).Current.Length > 0)
            {
                LogAlreadyConfigured(logger, section);
                return;
            }

            await WriteAsync(file, secret, cancellation);
            // The next delivery may be signed with it before the watch of the directory notices.
            directory.Refresh();
            LogInstalled(logger, section);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    /// <summary>Written aside and renamed, so that nobody reads half a secret, and readable by the host alone.</summary>
    private static async Task WriteAsync(string file, string secret, CancellationToken cancellation)
    {
        var aside = Path.Combine(Path.GetDirectoryName(file)!, SecretsDirectory.Ignored + Path.GetFileName(file));
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        await using (var stream = new FileStream(aside, how))
        {
            await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(secret), cancellation);
            stream.Flush(flushToDisk: true);
        }

        File.Move(aside, file, overwrite: false);
    }

    [LoggerMessage(
        EventId = LogEvents.SecretNotInstalled,
        EventName = nameof(LogEvents.SecretNotInstalled),
        Level = LogLevel.Warning,
        Message = "A provider sent a secret for {Setting}, which is not kept: set Hooklatch:SecretsDirectory and Hooklatch:HandshakeWindow, then set the endpoint up again."
    )]
    private static partial void LogWindowClosed(ILogger logger, string setting);

    [LoggerMessage(
        EventId = LogEvents.SecretAlreadyConfigured,
        EventName = nameof(LogEvents.SecretAlreadyConfigured),
        Level = LogLevel.Warning,
        Message = "A provider sent a secret for {Setting}, which is configured already and stays."
    )]
    private static partial void LogAlreadyConfigured(ILogger logger, string setting);

    [LoggerMessage(
        EventId = LogEvents.SecretInstalled,
        EventName = nameof(LogEvents.SecretInstalled),
        Level = LogLevel.Information,
        Message = "The secret that a provider sent for {Setting} is kept in the secrets' directory."
    )]
    private static partial void LogInstalled(ILogger logger, string setting);
}
