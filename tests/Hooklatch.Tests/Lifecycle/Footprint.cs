using System.Diagnostics;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>What a process holds after a full collection.</summary>
internal sealed record Footprint(long Heap, long Timers, int Handles)
{
    public static Footprint Take()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return new Footprint(GC.GetTotalMemory(forceFullCollection: true), Timer.ActiveCount, process.HandleCount);
    }
}
