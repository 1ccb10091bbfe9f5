using Microsoft.Extensions.Logging;

namespace Hooklatch.Sqlite.Writing;

/// <summary>What the writer logs.</summary>
internal static partial class WriterLog
{
    [LoggerMessage(1, LogLevel.Error, "The inbox cannot be written and refuses deliveries until it can: {Problem}")]
    public static partial void Broken(ILogger logger, string problem, Exception error);

    [LoggerMessage(2, LogLevel.Information, "The inbox can be written again")]
    public static partial void Mended(ILogger logger);

    [LoggerMessage(3, LogLevel.Warning, "The inbox was not closed in order: {Problem}")]
    public static partial void NotClosed(ILogger logger, string problem);

    [LoggerMessage(5, LogLevel.Error, "The inbox still cannot be written: {Problem}")]
    public static partial void StillBroken(ILogger logger, string problem, Exception error);

    [LoggerMessage(4, LogLevel.Critical, "The inbox has ended for a reason that it does not know")]
    public static partial void Ended(ILogger logger, Exception error);
}
