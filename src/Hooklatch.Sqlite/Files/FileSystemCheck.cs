using Hooklatch.Storage;

namespace Hooklatch.Sqlite.Files;

/// <summary>What the file system below a database is good for.</summary>
internal static class FileSystemCheck
{
    /// <summary>Those of other machines: their locks and shared memory do not do what the write-ahead log needs.</summary>
    private static readonly string[] Remote =
    [
        "nfs",
        "nfs4",
        "nfsd",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "9p",
        "v9fs",
        "afs",
        "ncp",
        "ncpfs",
        "coda",
        "fuse.sshfs",
        "ceph",
    ];

    /// <summary>Those that end with the machine or its container.</summary>
    private static readonly string[] Passing = ["overlay", "overlayfs", "tmpfs", "ramfs", "aufs"];

    /// <summary>Asks the system, which names it as the kernel does.</summary>
    public static string? FormatOf(string path)
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(path)! : DirectoryProbe.NearestExisting(path)).DriveFormat;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Throws where a database cannot lie.</summary>
    /// <exception cref="InvalidOperationException">It is the file system of another machine.</exception>
    public static void Reject(string? format, string path)
    {
        if (format is not null && Remote.Contains(format, StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                $"The inbox '{path}' lies on {format}, a file system of another machine, on which SQLite's write-ahead log loses data. Set Hooklatch:Sqlite:File to a local disk, or use a database server."
            );
        }
    }

    /// <summary>Whether what is stored ends with the machine or its container, so that a 2xx promises little.</summary>
    public static bool IsPassing(string? format) => format is not null && Passing.Contains(format, StringComparer.OrdinalIgnoreCase);

    /// <summary>How many bytes are free for the host's user; <see langword="null"/> where nobody knows.</summary>
    public static long? FreeBytesOf(string directory)
    {
        try
        {
            return new DriveInfo(OperatingSystem.IsWindows() ? Path.GetPathRoot(directory)! : directory).AvailableFreeSpace;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
