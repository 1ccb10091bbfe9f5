using System.Globalization;

namespace Hooklatch.Benchmarks.Processes;

/// <summary>How long the processor worked for a process and the children that it has waited for.</summary>
internal static class ProcessTime
{
    private const double TicksPerSecond = 100; // What Linux reports in, whatever the kernel's own clock is (time(7), USER_HZ).

    public static TimeSpan Of(int process)
    {
        // The name is in parentheses and may hold anything; from the state on, fields are separated by spaces (proc(5)).
        var stat = File.ReadAllText($"/proc/{process}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds(fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)) / TicksPerSecond);
    }
}
