using System.Globalization;
using System.Text;

namespace Hooklatch.Sqlite.Files;

/// <summary>
/// The right to run the work of a database: a file that one process at a time holds locked, and another one that says which, since .NET reads no file that
/// is locked.
/// </summary>
/// <remarks>The system gives the lock back when the process ends, however it does. The file stays: if it were deleted, two could each hold one of its name.</remarks>
internal sealed class LockFile : IDisposable
{
    /// <summary>How long another process is waited for: one that is being replaced has this long to end.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private const int MaxOwner = 1024;

    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);
    private const int WouldBlockOfLinux = 11;
    private const int WouldBlockOfBsd = 35;

    private readonly FileStream _file;

    private LockFile(FileStream file) => _file = file;

    /// <summary>Takes the lock, and waits where another process holds it.</summary>
    /// <exception cref="InvalidOperationException">Another process held it the whole time; the message names it.</exception>
    public static async Task<LockFile> TakeAsync(InboxFiles files, TimeProvider time, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        while (true)
        {
            if (TryTake(files, time, out var error) is { } taken)
            {
                return taken;
            }

            if (time.GetElapsedTime(begun) >= Patience)
            {
                throw new InvalidOperationException(
                    $"The inbox is in use by another process ({OwnerOf(files.Owner)}), which held '{files.Lock}' for {Patience.TotalSeconds:0} seconds. One process runs the work of a file: stop that one, or give this host another file by Hooklatch:Sqlite:File.",
                    error
                );
            }

            await Task.Delay(Pause, time, cancellation);
        }
    }

    public void Dispose() => _file.Dispose();

    private static LockFile? TryTake(InboxFiles files, TimeProvider time, out IOException? held)
    {
        held = null;
        FileStream? file = null;
        try
        {
            file = InboxFiles.Open(files.Lock, FileMode.OpenOrCreate, FileShare.None);
            CheckThatItHolds(files.Lock);
            Sign(files.Owner, time);
            return new LockFile(file);
        }
        catch (IOException error) when (file is null && IsHeld(error))
        {
            held = error;
            return null;
        }
        catch (Exception error)
        {
            file?.Dispose();
            if (error is IOException or UnauthorizedAccessException)
            {
                throw files.NotCreated(error);
            }

            throw;
        }
    }

    /// <summary>A switch of .NET, and some file systems, make locks say yes to everybody.</summary>
    private static void CheckThatItHolds(string path)
    {
        try
        {
            using var second = InboxFiles.Open(path, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException error) when (IsHeld(error))
        {
            return;
        }

        throw new InvalidOperationException(
            $"'{path}' cannot be locked, so two processes could run the same work. File locks are switched off (DOTNET_SYSTEM_IO_DISABLEFILELOCKING), or the file system has none."
        );
    }

    /// <summary>Whether somebody else has the file, as the system says it: no other error is a reason to wait.</summary>
    private static bool IsHeld(IOException error) =>
        OperatingSystem.IsWindows()
            ? error.HResult is SharingViolation or LockViolation
            // .NET hands on the number of the system's own error.
            : error.HResult == (OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? WouldBlockOfBsd : WouldBlockOfLinux);

    private static void Sign(string path, TimeProvider time)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"process {Environment.ProcessId} on {Environment.MachineName}, since {time.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z"
        );
        using var file = InboxFiles.Open(path, FileMode.OpenOrCreate, FileShare.ReadWrite);
        file.SetLength(0);
        file.Write(Encoding.UTF8.GetBytes(text));
    }

    private static string OwnerOf(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var room = new byte[MaxOwner];
            return Encoding.UTF8.GetString(room, 0, file.ReadAtLeast(room, MaxOwner, throwOnEndOfStream: false));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "whose name could not be read";
        }
    }
}
