using System.Runtime.InteropServices;

namespace Hooklatch.Storage;

/// <summary>Finds out whether files can be written to a directory, by writing one, which is deleted at once.</summary>
internal static class DirectoryProbe
{
    /// <summary>Writes a file and deletes it.</summary>
    /// <param name="directory">The directory.</param>
    /// <param name="bytes">How long the file is; 0 to create it only.</param>
    /// <returns>Why it cannot be written, without the path; <see langword="null"/> where it can.</returns>
    public static string? TryWrite(string directory, int bytes)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
            Options = FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            using var file = new FileStream(Path.Combine(directory, $"hooklatch-{Guid.NewGuid():N}.probe"), options);
            file.Write(new byte[bytes]);
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return CauseOf(directory, error);
        }
    }

    /// <summary>The nearest directory above a path, or the path itself, that exists.</summary>
    public static string NearestExisting(string path)
    {
        var nearest = Path.GetFullPath(path);
        while (!Path.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent)
        {
            nearest = parent;
        }

        return nearest;
    }

    /// <summary>What went wrong in a directory, in words and without the path, which the framework's own text repeats.</summary>
    public static string CauseOf(string directory, Exception error) =>
        File.Exists(directory) ? "it is a file"
        : error is DirectoryNotFoundException || !Directory.Exists(directory) ? "it does not exist"
        : error is UnauthorizedAccessException ? "the host may not write to it"
        : SystemErrorOf(error);

    /// <summary>The system's own words for an error, which hold no path.</summary>
    public static string SystemErrorOf(Exception error) =>
        error is PathTooLongException ? "its path is too long"
        // On Unix, the number of the system's own error; on Windows, a part of the number.
        : error is not IOException ? error.GetType().Name
        : error.HResult > 0 ? Marshal.GetPInvokeErrorMessage(error.HResult)
        : OperatingSystem.IsWindows() ? Marshal.GetPInvokeErrorMessage(error.HResult & 0xFFFF)
        : error.GetType().Name;
}
