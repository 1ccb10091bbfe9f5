using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Hooklatch.Benchmarks.Processes;

namespace Hooklatch.Benchmarks.Uploads;

/// <summary>How much memory a signed upload of 100 MB costs the published host.</summary>
internal static class UploadMemory
{
    private const int Mebibytes = 100;
    private const int Rounds = 3;
    private const long MaxKibibytes = 16 << 10;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(2);

    /// <summary>Prints one line per upload; false if one of them costs more than it may.</summary>
    public static async Task<bool> RunAsync()
    {
        var binary = await PublishedHost.PublishAsync("HooklatchHost");
        Console.WriteLine($"\nhashing alone: {HashSpeed():F0} MiB/s; writing a spool file alone: {DiskSpeed():F0} MiB/s");
        var asFile = await RunAsync(binary, "upload", upload => upload.FileLength, cost => cost.Total);
        // Pages of the mapped file are the system's to drop; what the host itself needs must not grow with them.
        var asBlock = await RunAsync(binary, "block", upload => upload.TextLength, cost => cost.Own);
        return asFile && asBlock;
    }

    private static async Task<bool> RunAsync(
        string binary,
        string endpoint,
        Func<SignedUpload, long> expected,
        Func<ResidentMemory, long> limited
    )
    {
        await using var host = await HostProcess.StartAsync(binary, "--Plugins:bench.host:GitHub=" + SignedUpload.Secret);
        using var client = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(5) };

        var idle = ResidentMemory.Of(host.Id);
        Console.WriteLine($"/{endpoint}, signed, {Mebibytes} MiB, to a host that idles at {idle}:");
        var worst = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var (peak, elapsed) = await UploadAsync(client, host.Id, endpoint, expected);
            worst = Math.Max(worst, limited(peak - idle));
            var after = ResidentMemory.Of(host.Id);
            Console.WriteLine($"  {peak - idle} more at the peak, {after - idle} afterwards, {Mebibytes / elapsed.TotalSeconds:F0} MiB/s");
        }

        return worst < MaxKibibytes;
    }

    private static async Task<(ResidentMemory Peak, TimeSpan Elapsed)> UploadAsync(
        HttpClient client,
        int process,
        string endpoint,
        Func<SignedUpload, long> expected
    )
    {
        using var upload = new SignedUpload(Mebibytes);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/plugin/bench.host/webhook/" + endpoint) { Content = upload };
        request.Headers.Add("X-Hub-Signature-256", upload.Signature);

        ResidentMemory.ResetPeak(process);
        var started = Stopwatch.GetTimestamp();
        var sending = client.SendAsync(request);
        var own = 0L;
        while (!sending.IsCompleted)
        {
            own = Math.Max(own, ResidentMemory.Of(process).Own);
            await Task.WhenAny(sending, Task.Delay(Interval));
        }

        var elapsed = Stopwatch.GetElapsedTime(started);
        using var answer = await sending;
        var said = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && said == expected(upload).ToString(CultureInfo.InvariantCulture)
            ? (new ResidentMemory(ResidentMemory.PeakOf(process), own), elapsed)
            : throw new InvalidOperationException($"{answer.StatusCode}: {said}");
    }

    private static double HashSpeed()
    {
        using var upload = new SignedUpload(Mebibytes);
        return Speed(() => _ = upload.Signature);
    }

    private static double DiskSpeed()
    {
        var block = RandomNumberGenerator.GetBytes(64 << 10);
        var path = Path.Combine(Path.GetTempPath(), $"hooklatch-{Guid.NewGuid():N}.benchmark");
        using var file = new FileStream(
            path,
            FileMode.CreateNew,
            FileAccess.Write,
            FileShare.None,
            bufferSize: 0,
            FileOptions.DeleteOnClose
        );
        return Speed(() =>
        {
            for (var i = 0; i < Mebibytes << 4; i++)
            {
                file.Write(block);
            }
        });
    }

    private static double Speed(Action run)
    {
        var started = Stopwatch.GetTimestamp();
        run();
        return Mebibytes / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
