using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Hooklatch.Storage;

/// <summary>Has the system write to the disk what it holds back, and throws where it could not.</summary>
/// <remarks>
/// <c>FileStream.Flush(true)</c> and <c>RandomAccess.FlushToDisk</c> return as if all were well where a Unix system says that it could not write: up to
/// .NET 10, <c>SystemNative_FSync</c> returns not what <c>fsync</c> does but whether that was less than 0, which itself never is. Windows is asked
/// otherwise, and heard.
/// </remarks>
internal static partial class DiskFlush
{
    /// <summary>What is written of a file, and how long it is.</summary>
    /// <exception cref="IOException">It is not on the disk. To try again is no use: the system may have dropped what it could not write.</exception>
    public static void File(SafeFileHandle file, string path)
    {
        if (OperatingSystem.IsWindows())
        {
            RandomAccess.FlushToDisk(file);
        }
        else if (!OperatingSystem.IsMacOS() || !FlushDrive(file, path))
        {
            Check(() => Fsync(file), path);
        }
    }

    /// <summary>The names in a directory, without which a file is lost that was created or renamed there. Windows keeps them by itself.</summary>
    /// <exception cref="IOException">They are not on the disk.</exception>
    public static void Directory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = Check(() => Open(path, Unix.OpenReadOnlyAndClosedOnExec), path);
        using var directory = new SafeFileHandle(descriptor, ownsHandle: true);
        // A file system that cannot do it for a directory keeps names in its own way.
        Check(() => Fsync(directory), path, excused: Unix.InvalidArgument);
    }

    /// <summary>On a Mac, <c>fsync</c> leaves in the drive's memory what it was given; not every file system knows how to ask for more.</summary>
    private static bool FlushDrive(SafeFileHandle file, string path) =>
        Check(() => Fcntl(file, Unix.FullFsync), path, Unix.InvalidArgument, Unix.NotForThisDevice, Unix.NotSupportedOnMac) >= 0;

    /// <summary>Calls until no signal interrupts.</summary>
    /// <returns>What the call returned; less than 0 where it failed with an error that is excused.</returns>
    private static int Check(Func<int> call, string path, params ReadOnlySpan<int> excused)
    {
        while (true)
        {
            var result = call();
            var error = result < 0 ? Marshal.GetLastPInvokeError() : 0;
            if (result >= 0 || excused.Contains(error))
            {
                return result;
            }

            if (error != Unix.Interrupted)
            {
                throw new IOException($"'{path}' could not be written to the disk: {Marshal.GetPInvokeErrorMessage(error)}", error);
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Fsync(SafeFileHandle file);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Fcntl(SafeFileHandle file, int command);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Open(string path, int flags);

    private static class Unix
    {
        public const int Interrupted = 4;
        public const int InvalidArgument = 22;
        public const int NotForThisDevice = 25;
        public const int NotSupportedOnMac = 45;
        public const int FullFsync = 51;

        public static int OpenReadOnlyAndClosedOnExec =>
            OperatingSystem.IsLinux() ? 0x80000
            : OperatingSystem.IsMacOS() ? 0x1000000
            : 0;
    }
}
