namespace Hooklatch.Storage;

/// <summary>A file that is there whole or not at all, also after a loss of power, and that the host's user alone can read.</summary>
internal static class DurableFile
{
    /// <summary>Creates a file. Once this returns, the file outlasts the system; where it throws, there is none.</summary>
    /// <param name="path">The file. It is not written over another.</param>
    /// <param name="aside">Where it is while it is written: a file of the same directory that nobody reads. What is there is lost.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="IOException">The file exists, or could not be written to the disk.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory is not ours to write to.</exception>
    public static async Task CreateAsync(string path, string aside, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await UndoingAsync(aside, () => WriteAsync(path, aside, content, cancellation));
        await UndoingAsync(
            path,
            () =>
            {
                DiskFlush.Directory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                return Task.CompletedTask;
            }
        );
    }

    private static async Task WriteAsync(string path, string aside, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        // What an earlier host left may be anybody's to read, or lead elsewhere.
        File.Delete(aside);
        await using (var stream = new FileStream(aside, OfOwner()))
        {
            await stream.WriteAsync(content, cancellation);
            DiskFlush.File(stream.SafeFileHandle, aside);
        }

        File.Move(aside, path, overwrite: false);
    }

    private static FileStreamOptions OfOwner()
    {
        // Without a buffer, what is written is the system's at once.
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    /// <summary>Leaves no file where one was begun and not finished.</summary>
    private static async Task UndoingAsync(string path, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch
        {
            TryDelete(path);
            throw;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Why it was to go is what counts.
        }
    }
}
