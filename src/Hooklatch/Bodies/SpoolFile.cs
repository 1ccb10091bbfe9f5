using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Hooklatch.Bodies;

/// <summary>A temp file without a name: the system frees it with its last handle, even after kill -9.</summary>
internal sealed class SpoolFile : IDisposable
{
    private readonly FileStream _file;

    private SpoolFile(FileStream file) => _file = file;

    private SafeFileHandle Handle => _file.SafeFileHandle;

    /// <exception cref="IOException">The directory is missing, full or read-only.</exception>
    /// <exception cref="UnauthorizedAccessException">The directory does not belong to us.</exception>
    public static SpoolFile Create(string directory)
    {
        var path = Path.Combine(directory, $"hooklatch-{Guid.NewGuid():N}.spool");
        var file = new FileStream(path, CreationOptions());
        if (!OperatingSystem.IsWindows())
        {
            Unlink(file, path);
        }

        return new SpoolFile(file);
    }

    public ValueTask WriteAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        RandomAccess.WriteAsync(Handle, bytes, offset, cancellation);

    public int Read(long offset, Span<byte> destination) => RandomAccess.Read(Handle, destination, offset);

    public ValueTask<int> ReadAsync(long offset, Memory<byte> destination, CancellationToken cancellation) =>
        RandomAccess.ReadAsync(Handle, destination, offset, cancellation);

    public MappedFile Map(int length)
    {
        using var file = MemoryMappedFile.CreateFromFile(
            Handle,
            mapName: null,
            capacity: 0,
            MemoryMappedFileAccess.Read,
            HandleInheritability.None,
            leaveOpen: true
        );
        // The view keeps the mapping alive by itself.
        return new MappedFile(file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read), length);
    }

    public void Dispose() => _file.Dispose();

    private static FileStreamOptions CreationOptions()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, // never follows a link that somebody else planted
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 0,
        };
        if (OperatingSystem.IsWindows())
        {
            options.Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous;
        }
        else
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }

    private static void Unlink(FileStream file, string path)
    {
        try
        {
            File.Delete(path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
