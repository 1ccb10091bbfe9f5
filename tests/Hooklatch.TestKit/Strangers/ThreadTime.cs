using System.Runtime.InteropServices;

namespace Hooklatch.TestKit.Strangers;

/// <summary>The processor time of the current thread, which does not pass while others use the machine. None outside Linux.</summary>
internal static class ThreadTime
{
    /// <summary>CLOCK_THREAD_CPUTIME_ID of Linux (clock_gettime(2)).</summary>
    private const int ThreadClock = 3;

    public static TimeSpan Now =>
        OperatingSystem.IsLinux() && GetTime(ThreadClock, out var time) == 0
            ? TimeSpan.FromTicks((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
            : default;

#pragma warning disable SYSLIB1054 // Generated code would need unsafe blocks, for a test.
    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);
#pragma warning restore SYSLIB1054

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
