using System.Globalization;
using Hooklatch.Benchmarks.Http;
using Hooklatch.Benchmarks.Processes;
using Hooklatch.Benchmarks.Uploads;

namespace Hooklatch.Benchmarks.Profiles;

/// <summary>Where the time of a native host goes under load: what lies outside our code cannot be made faster in it.</summary>
internal static class ProfileBenchmark
{
    private const int Seconds = 4;
    private const int Mebibytes = 100;

    public static async Task<bool> RunAsync()
    {
        Tool.Require("perf", "wrk");
        Console.WriteLine(
            """

            | | kernel | OpenSSL | System.Text.Json | ASP.NET Core | runtime | our code and what it calls of the base library | our code itself |
            |---|---|---|---|---|---|---|---|
            """
        );
        await using var servers = new RunningServers();
        var scenario = Scenario.All.Single(scenario => scenario.Name == "7KB");
        var folder = Load.Prepare(scenario.Name, scenario.Bodies.Value);
        foreach (var contender in new[] { Contender.FromJson, Contender.Typed, Contender.Raw("/push") })
        {
            var server = await servers.StartAsync(contender.Server);
            await LoadAsync(seconds: 1); // Warms up.
            Print($"7 KB: {contender.Name}", await RecordAsync(server, () => LoadAsync(Seconds)));

            Task LoadAsync(int seconds) =>
                Load.RunAsync(server, contender.Path, folder, scenario.Bodies.Value.Length, scenario.Connections, seconds);
        }

        var host = await servers.StartAsync(Server.Hooklatch);
        await UploadAsync();
        Print($"{Mebibytes} MiB: {Contender.Upload.Name}", await RecordAsync(host, UploadAsync));
        return true;

        async Task UploadAsync()
        {
            using var client = new HttpClient { BaseAddress = host.Address };
            for (var i = 0; i < 2 * Seconds; i++)
            {
                using var upload = new SignedUpload(Mebibytes);
                using var request = new HttpRequestMessage(HttpMethod.Post, Contender.Upload.Path) { Content = upload };
                request.Headers.Add("X-Hub-Signature-256", upload.Signature);
                using var answer = await client.SendAsync(request);
                answer.EnsureSuccessStatusCode();
            }
        }
    }

    private static async Task<List<Sample>> RecordAsync(HostProcess server, Func<Task> load)
    {
        var file = Repository.PathOf("artifacts", "bench-http", "perf.data");
        // Ends by itself: a recorder that is killed leaves nothing behind.
        var recording = Tool.RunAsync("perf", "record", "-F", "4000", "-g", "-p", $"{server.Id}", "-o", file, "--", "sleep", $"{Seconds}");
        await load();
        await recording;
        return [.. Sample.Read(await Tool.RunAsync("perf", "script", "-i", file, "-F", "ip,sym,dso"))];
    }

    private static void Print(string name, List<Sample> samples)
    {
        var shares = Enum.GetValues<Owner>().Select(owner => Share(sample => sample.Owner == owner));
        Console.WriteLine($"| {name} | {string.Join(" | ", shares)} | {Share(sample => sample.IsInOurCode)} |");

        string Share(Func<Sample, bool> isCounted) =>
            (100.0 * samples.Count(isCounted) / samples.Count).ToString("F1", CultureInfo.InvariantCulture) + " %";
    }
}
