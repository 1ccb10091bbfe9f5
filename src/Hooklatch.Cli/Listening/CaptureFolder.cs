using System.Globalization;
using Hooklatch.Cli.Verifying;

namespace Hooklatch.Cli.Listening;

/// <summary>Saves requests, each in a file that only its owner may read and that <c>verify</c> reads.</summary>
/// <param name="folder">The folder.</param>
internal sealed class CaptureFolder(string folder)
{
    private int _number;

    /// <summary>Saves a request.</summary>
    /// <returns>The file.</returns>
    public string Save(CapturedRequest request)
    {
        Directory.CreateDirectory(folder);
        var time = (request.ReceivedAt ?? DateTimeOffset.UnixEpoch).UtcDateTime.ToString(
            CapturedReader.FileTime,
            CultureInfo.InvariantCulture
        );
        while (true)
        {
            var number = Interlocked.Increment(ref _number);
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{time}-{number:0000}.http"));
            try
            {
                using var stream = new FileStream(file, OfOwner());
                stream.Write(request.ToBytes());
                return file;
            }
            catch (IOException) when (File.Exists(file))
            {
                // Of an earlier run: the next number is free.
            }
        }
    }

    private static FileStreamOptions OfOwner()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
