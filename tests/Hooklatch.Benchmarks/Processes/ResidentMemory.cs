using System.Globalization;

namespace Hooklatch.Benchmarks.Processes;

/// <summary>
/// What of a process is in memory, in KiB. Pages of mapped files count as resident although the system may drop them at any time, so what is
/// the process's own is told apart.
/// </summary>
/// <param name="Total">Everything (VmRSS).</param>
/// <param name="Own">Heap and stacks (RssAnon).</param>
internal readonly record struct ResidentMemory(long Total, long Own)
{
    public static ResidentMemory operator -(ResidentMemory left, ResidentMemory right) =>
        new(left.Total - right.Total, left.Own - right.Own);

    public static ResidentMemory Of(int process)
    {
        var status = File.ReadAllLines($"/proc/{process}/status");
        return new(Read(status, "VmRSS:"), Read(status, "RssAnon:"));
    }

    /// <summary>The largest total since the process started, or since <see cref="ResetPeak"/>.</summary>
    public static long PeakOf(int process) => Read(File.ReadAllLines($"/proc/{process}/status"), "VmHWM:");

    public static void ResetPeak(int process) => File.WriteAllText($"/proc/{process}/clear_refs", "5");

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Total / 1024.0:F1} MiB ({Own / 1024.0:F1} its own)");

    private static long Read(string[] status, string name) =>
        long.Parse(
            status
                .First(line => line.StartsWith(name, StringComparison.Ordinal))[name.Length..]
                .Replace("kB", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
}
