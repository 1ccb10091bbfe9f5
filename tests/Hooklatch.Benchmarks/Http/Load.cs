using System.Globalization;
using Hooklatch.Benchmarks.Processes;

namespace Hooklatch.Benchmarks.Http;

/// <summary>One run of wrk against one endpoint.</summary>
/// <param name="PerSecond">Requests answered per second.</param>
/// <param name="CpuPerRequest">Time that the server's process ran for each of them: the same whoever else uses the machine.</param>
/// <param name="P50">Half of the answers came within this time.</param>
/// <param name="P99">All but a hundredth of them did.</param>
internal sealed record Load(double PerSecond, TimeSpan CpuPerRequest, TimeSpan P50, TimeSpan P99)
{
    /// <summary>The server has the first processor, wrk the second.</summary>
    public const string ServerProcessor = "0";
    private const string LoadProcessor = "1";

    private static readonly string Script = Repository.PathOf("tests", "Hooklatch.Benchmarks", "Http", "load.lua");

    /// <summary>Writes the bodies where the script reads them.</summary>
    public static string Prepare(string name, SignedBody[] bodies)
    {
        var folder = Repository.PathOf("artifacts", "bench-http", name);
        Directory.CreateDirectory(folder);
        for (var i = 0; i < bodies.Length; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{i}.body"), bodies[i].Bytes);
            File.WriteAllText(
                Path.Combine(folder, $"{i}.headers"),
                $"Content-Type: {bodies[i].ContentType}\r\nX-Hub-Signature-256: {bodies[i].Signature}\r\n"
            );
        }

        return folder;
    }

    public static async Task<Load> RunAsync(HostProcess server, string path, string folder, int bodies, int connections, int seconds)
    {
        var before = ProcessTime.Of(server.Id);
        var printed = await Tool.RunAsync(
            "taskset",
            "-c",
            LoadProcessor,
            "wrk",
            "-t1",
            $"-c{connections}",
            $"-d{seconds}s",
            "--latency",
            "-s",
            Script,
            server.Address.ToString(),
            "--",
            folder,
            $"{bodies}",
            path
        );
        var used = ProcessTime.Of(server.Id) - before;
        var result = printed.Split('\n').Single(line => line.StartsWith("RESULT ", StringComparison.Ordinal)).Split(' ');
        var (requests, duration, p50, p99, errors) = (Number(1), Number(2), Number(3), Number(4), Number(5));
        return errors == 0 && requests > 0
            ? new Load(requests / duration * 1e6, used / requests, Microseconds(p50), Microseconds(p99))
            : throw new InvalidOperationException($"{path}: {errors} of {requests} requests failed.\n{printed}");

        double Number(int index) => double.Parse(result[index], CultureInfo.InvariantCulture);
        static TimeSpan Microseconds(double value) => TimeSpan.FromMicroseconds(value);
    }
}
