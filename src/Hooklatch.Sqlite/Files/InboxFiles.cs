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

    /// <summary>The files of a database, where it really lies: by whatever links two hosts reach it, they meet at one lock.</summary>
    /// <exception cref="InvalidOperationException">The links lead nowhere.</exception>
    public static InboxFiles At(string path)
    {
        try
        {
            var file = new FileInfo(path);
            return new(file.LinkTarget is null ? path : file.ResolveLinkTarget(returnFinalTarget: true)!.FullName);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InboxFiles(path).NotCreated(error);
        }
    }

    /// <summary>Creates the directory where it does not exist.</summary>
    /// <exception cref="InvalidOperationException">That cannot be done.</exception>
    public void CreateDirectory()
    {
        try
        {
            CreateDirectories();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotCreated(error);
        }
    }

    /// <summary>Creates the database where it does not exist, and takes all rights from others. Whoever calls it has the lock.</summary>
    /// <exception cref="InvalidOperationException">That cannot be done.</exception>
    public void CreateDatabase()
    {
        try
        {
            var isNew = !File.Exists(path);
            Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
            if (isNew)
            {
                DiskFlush.Directory(Directory);
            }

            TakeRightsFromOthers();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NotCreated(error);
        }
    }

    /// <summary>What is thrown where a file cannot be created.</summary>
    public InvalidOperationException NotCreated(Exception error)
    {
        var cause = DirectoryProbe.CauseOf(DirectoryProbe.NearestExisting(Directory), error);
        return new(
            $"The inbox '{path}' could not be created: {cause}. Set Hooklatch:DataDirectory or Hooklatch:Sqlite:File to a place that the host can write to.",
            error
        );
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

    /// <summary>A file that was copied here, by whoever restored it, may have the rights that the copying gave it.</summary>
    private void TakeRightsFromOthers()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        foreach (var file in new[] { path, path + "-wal", path + "-shm", Running })
        {
            if (File.Exists(file) && File.GetUnixFileMode(file) != OwnerOnly)
            {
                File.SetUnixFileMode(file, OwnerOnly);
            }
        }
    }

    private void CreateDirectories()
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
