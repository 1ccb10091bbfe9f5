using Hooklatch.Storage;

namespace Hooklatch.Sqlite.Files;

/// <summary>The files of a store, which the host's user alone can read.</summary>
/// <param name="path">The database, as an absolute path.</param>
internal sealed class InboxFiles(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>The database. SQLite gives the files that it puts beside it the same rights.</summary>
    public string Database => path;

    /// <summary>Held by the process that runs the work.</summary>
    public string Lock => path + ".lock";

    /// <summary>Says which process that is.</summary>
    public string Owner => path + ".owner";

    /// <summary>Which handlers run.</summary>
    public string Running => path + "-running";

    public string Directory => Path.GetDirectoryName(path)!;

    /// <summary>Creates the directory and the database where they do not exist.</summary>
    /// <exception cref="InvalidOperationException">That cannot be done.</exception>
    public void Create()
    {
        try
        {
            CreateDirectory();
            if (!File.Exists(path))
            {
                Open(path, FileMode.CreateNew, FileShare.ReadWrite).Dispose();
                DiskFlush.Directory(Directory);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var cause = DirectoryProbe.CauseOf(DirectoryProbe.NearestExisting(Directory), error);
            throw new InvalidOperationException(
                $"The inbox '{path}' could not be created: {cause}. Set Hooklatch:DataDirectory or Hooklatch:Sqlite:File to a place that the host can write to.",
                error
            );
        }
    }

    /// <summary>Opens a file to read and to write it.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = share,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    private void CreateDirectory()
    {
        if (System.IO.Directory.Exists(Directory))
        {
            return;
        }

        var existing = DirectoryProbe.NearestExisting(Directory);
        if (OperatingSystem.IsWindows())
        {
            System.IO.Directory.CreateDirectory(Directory);
        }
        else
        {
            System.IO.Directory.CreateDirectory(Directory, OwnerOnly | UnixFileMode.UserExecute);
        }

        // Each new name has to outlast a loss of power, or what is below it is lost.
        for (var above = Path.GetDirectoryName(Directory); above is not null; above = Path.GetDirectoryName(above))
        {
            DiskFlush.Directory(above);
            if (above == existing)
            {
                return;
            }
        }
    }
}
