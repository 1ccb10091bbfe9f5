using System.Globalization;
using System.Security.Cryptography;
using Hooklatch.Generated.dev.providers;
using Hooklatch.Providers;
using Hooklatch.TestKit.Strangers;
using Hooklatch.TestKit.Vectors;
using Hooklatch.Verification.Keys;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Benchmarks.Strangers;

/// <summary>
/// What one request may cost that nobody signed, for every endpoint of the sample's providers: processor time beside SHA-256 over the same bytes in
/// the same run, what is allocated, logged and asked of others.
/// </summary>
internal static class StrangerBenchmark
{
    private const int Size = 1 << 20;
    private const int Times = 5;

    /// <summary>What a request is compared with whose body is small: its headers are at most so long.</summary>
    private const int SmallSize = 32 << 10;

    public static async Task<bool> RunAsync(string[] providers)
    {
        await using var host = await MeasuredHost.StartAsync(
            new Manifest(),
            (services, configuration) => services.AddWebhookSigningKeys<CircleSignatureAttribute>(_ => new ConfiguredKeys(configuration))
        );
        var hash = HashTime(Size);
        Console.WriteLine(
            $"SHA-256 over 1 MiB: {Micro(hash)}. Headers are compared with SHA-256 over 32 KiB: {Micro(HashTime(SmallSize))}."
        );
        Console.WriteLine();
        Console.WriteLine(
            "| endpoint | the dearest body | answer | time | × SHA-256 | allocated | the dearest header, of 30 KB | time | × SHA-256 | allocated | log lines | calls |"
        );
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (
            var genuine in VectorFiles
                .Deliveries.Where(vector => vector.IsValid && vector.Answer is null)
                .DistinctBy(vector => vector.Provider)
        )
        {
            if (providers.Length == 0 || providers.Contains(genuine.Provider))
            {
                Write(host, genuine);
            }
        }

        return true;
    }

    private static void Write(MeasuredHost host, Vector genuine)
    {
        host.Receive(genuine);
        var size = host.LargestBody(genuine.Provider, Size);
        var (body, cost) = Dearest(host, genuine, HostileRequests.WithBody(genuine, size));
        var (header, headerCost) = Dearest(host, genuine, HostileRequests.WithHeaders(genuine));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {genuine.Provider} | {size >> 10:N0} KiB of {body} | {cost.Status} | {Micro(cost.Processor)} | {cost.Processor / HashTime(size):F1} | {cost.Allocated:N0} "
                    + $"| {header} | {Micro(headerCost.Processor)} | {headerCost.Processor / HashTime(SmallSize):F1} | {headerCost.Allocated:N0} "
                    + $"| {Math.Max(cost.LogLines, headerCost.LogLines)} | {Math.Max(cost.Calls, headerCost.Calls)} |"
            )
        );
    }

    private static (string Name, Cost Cost) Dearest(MeasuredHost host, Vector genuine, IEnumerable<HostileRequest> requests)
    {
        (string? Name, Cost Cost) dearest = default;
        var (allocated, lines, calls) = (0L, 0, 0);
        foreach (var request in requests)
        {
            var cost = host.Measure(genuine.Provider, request, times: 2);
            (allocated, lines, calls) = (Math.Max(allocated, cost.Allocated), Math.Max(lines, cost.LogLines), Math.Max(calls, cost.Calls));
            if (cost.Processor > dearest.Cost.Processor)
            {
                // Once more, and often: the first time may have been disturbed.
                cost = host.Measure(genuine.Provider, request, Times);
                dearest =
                    cost.Processor > dearest.Cost.Processor ? (request.Name.Replace("|", "\\|", StringComparison.Ordinal), cost) : dearest;
            }
        }

        return (dearest.Name ?? "–", dearest.Cost with { Allocated = allocated, LogLines = lines, Calls = calls });
    }

    private static TimeSpan HashTime(int size)
    {
        var bytes = new byte[size];
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var started = ThreadTime.Now;
            SHA256.HashData(bytes);
            var time = ThreadTime.Now - started;
            best = time < best ? time : best;
        }

        return best;
    }

    private static string Micro(TimeSpan time) => $"{time.TotalMicroseconds.ToString("N0", CultureInfo.InvariantCulture)} µs";

    private sealed class ConfiguredKeys(IConfiguration configuration) : ISigningKeySource
    {
        public ValueTask<SigningKeys> FindAsync(SigningKeyRequest request, CancellationToken cancellation) =>
            new(SigningKeys.Read(configuration[$"Plugins:{request.Plugin}:CircleByHostPublicKey:0"] ?? ""));
    }
}
