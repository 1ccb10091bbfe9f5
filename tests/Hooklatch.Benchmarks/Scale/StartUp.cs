using System.Globalization;
using Hooklatch.Benchmarks.Processes;

namespace Hooklatch.Benchmarks.Scale;

/// <summary>What a native host costs before it does anything: time to its first answer, memory, size.</summary>
internal static class StartUp
{
    private const int Rounds = 15;

    /// <summary>Every host is started in turn, so that each ratio is taken beside the empty host of its own round.</summary>
    public static async Task<bool> RunAsync()
    {
        (string Name, string Binary)[] hosts =
        [
            ("empty", await PublishedHost.PublishAsync("EmptyHost")),
            ("1 webhook", await PublishAsync(GeneratedHost.OfWebhooks(1))),
            ("20 webhooks", await PublishAsync(GeneratedHost.OfWebhooks(20))),
            ("1,000 webhooks", await PublishAsync(GeneratedHost.OfWebhooks(1_000))),
            ("1,000 bare MapMethods", await PublishAsync(GeneratedHost.OfEndpoints(1_000))),
            ("the packages of the samples alone", await PublishAsync(GeneratedHost.OfPackages("Packages"))),
            (
                "… with SampleWebhook and SampleRoutes",
                await PublishAsync(GeneratedHost.OfPackages("Samples", "SampleRoutes", "SampleWebhook"))
            ),
            (
                "… and the plugin of all providers",
                await PublishAsync(GeneratedHost.OfPackages("AllSamples", "SampleRoutes", "SampleWebhook", "Providers"))
            ),
            ("samples/Host", await PublishedHost.PublishAsync("Host", Repository.PathOf("samples", "Host"))),
        ];

        var starts = hosts.ToDictionary(host => host.Name, _ => new List<Start>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var (name, binary) in hosts)
            {
                await using var process = await HostProcess.StartAsync(
                    binary,
                    "--Logging:LogLevel:Default=None",
                    "--Plugins:bench.many:Secret=s3cr3t"
                );
                starts[name].Add(new Start(process.StartUp, ResidentMemory.Of(process.Id)));
            }
        }

        Console.WriteLine(
            """

            | host | to the first answer | beside empty | resident | beside empty | of that its own | binary |
            |---|---|---|---|---|---|---|
            """
        );
        foreach (var (name, binary) in hosts)
        {
            // The first round reads the binaries from disk.
            var pairs = starts[name].Skip(1).Zip(starts["empty"].Skip(1)).ToList();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {Median(pairs, pair => pair.First.Time.TotalMilliseconds):F1} ms "
                        + $"| {Median(pairs, pair => pair.First.Time / pair.Second.Time):F2} "
                        + $"| {Median(pairs, pair => pair.First.Memory.Total) / 1024:F1} MiB "
                        + $"| {Median(pairs, pair => (double)pair.First.Memory.Total / pair.Second.Memory.Total):F2} "
                        + $"| {Median(pairs, pair => pair.First.Memory.Own) / 1024:F1} MiB "
                        + $"| {new FileInfo(binary).Length / 1e6:F1} MB |"
                )
            );
        }

        return true;
    }

    private static Task<string> PublishAsync(string project) => PublishedHost.PublishAsync(Path.GetFileName(project), project);

    private static double Median<T>(List<T> items, Func<T, double> value) => items.Select(value).Order().ElementAt(items.Count / 2);

    private readonly record struct Start(TimeSpan Time, ResidentMemory Memory);
}
