using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Storage;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Console.Access;

/// <summary>The token that a host in Development makes for itself where none is configured: a file that only the host's user can read.</summary>
internal sealed partial class TokenFile(HooklatchOptions options, ILogger<TokenFile> logger)
{
    /// <summary>The name of the token.</summary>
    public const string Name = "local";

    /// <summary>What the token begins with, so that whoever finds it knows what it is.</summary>
    private const string Prefix = "hooklatch_";

    private const UnixFileMode OfOthers = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    private string FilePath => Path.Combine(Path.GetFullPath(options.DataDirectory), "console", "token");

    /// <summary>Reads the token, or makes one. Where it cannot be kept, it lives as long as the process.</summary>
    public async Task<KnownToken> ReadOrCreateAsync(CancellationToken cancellation)
    {
        try
        {
            var token = await ReadAsync(cancellation) ?? await CreateAsync(cancellation);
            if (TokenRules.IsToken(token))
            {
                return new KnownToken(Name, ConsoleRole.Operate, token);
            }

            LogNotKept(logger, FilePath, "it holds no token; delete it, and the next start makes one");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            LogNotKept(logger, FilePath, DirectoryProbe.SystemErrorOf(error));
        }

        return new KnownToken(Name, ConsoleRole.Operate, Create());
    }

    /// <returns>What the file holds; <see langword="null"/> where there is none.</returns>
    private async Task<string?> ReadAsync(CancellationToken cancellation)
    {
        if (!File.Exists(FilePath))
        {
            return null;
        }

        await using var stream = new FileStream(FilePath, FileMode.Open, FileAccess.Read, FileShare.Read);
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & OfOthers) != 0)
        {
            File.SetUnixFileMode(stream.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            LogOpenToOthers(logger, FilePath);
        }

        var bytes = new byte[TokenRules.MaxLength + 2];
        var count = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(bytes, 0, count).Trim();
    }

    private async Task<string> CreateAsync(CancellationToken cancellation)
    {
        var directory = Path.GetDirectoryName(FilePath)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else
        {
            Directory.CreateDirectory(options.DataDirectory);
            Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var token = Create();
        try
        {
            await DurableFile.CreateAsync(FilePath, $"{FilePath}.{Guid.NewGuid():N}", Encoding.UTF8.GetBytes(token), cancellation);
        }
        catch (IOException) when (File.Exists(FilePath))
        {
            // Another host with this directory was faster, and one token is enough.
            return await ReadAsync(cancellation) ?? throw new IOException($"'{FilePath}' comes and goes");
        }

        LogMade(logger, FilePath);
        return token;
    }

    private static string Create() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    [LoggerMessage(
        EventId = ConsoleEvents.ConsoleTokenMade,
        EventName = nameof(ConsoleEvents.ConsoleTokenMade),
        Level = LogLevel.Information,
        Message = "A token for the console was made, since none is configured and the host runs in Development: {File}"
    )]
    private static partial void LogMade(ILogger logger, string file);

    [LoggerMessage(
        EventId = ConsoleEvents.ConsoleTokenNotKept,
        EventName = nameof(ConsoleEvents.ConsoleTokenNotKept),
        Level = LogLevel.Warning,
        Message = "The console's token cannot be kept in {File}: {Problem}. Only the login link signs in, and sessions end with the host."
    )]
    private static partial void LogNotKept(ILogger logger, string file, string problem);

    [LoggerMessage(
        EventId = ConsoleEvents.ConsoleTokenOpenToOthers,
        EventName = nameof(ConsoleEvents.ConsoleTokenOpenToOthers),
        Level = LogLevel.Warning,
        Message = "{File} could be read by other users, which is mended. If one of them may have read it, delete it: the next start makes another token."
    )]
    private static partial void LogOpenToOthers(ILogger logger, string file);
}
