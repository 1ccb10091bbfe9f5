using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hooklatch.Benchmarks.Processes;

namespace Hooklatch.Benchmarks.Jobs;

/// <summary>A thousand jobs that one handler starts, beside a thousand queued deliveries: until all of them are done, in turns on one native host.</summary>
internal static class JobBenchmark
{
    private const int Count = 1000;
    private const int Rounds = 9;
    private const int Senders = 64;
    private const string Secret = "It's a Secret to Everybody";
    private const string Prefix = "/api/plugin/bench.queue/webhook";

    public static async Task<bool> RunAsync()
    {
        var binary = await PublishedHost.PublishAsync("QueueHost");
        var data = Directory.CreateTempSubdirectory("jobs");
        try
        {
            await using var host = await HostProcess.StartAsync(
                binary,
                $"--Plugins:bench.queue:GitHub={Secret}",
                $"--Hooklatch:DataDirectory={data.FullName}"
            );
            using var client = new HttpClient { BaseAddress = host.Address };
            var (jobs, deliveries) = (new List<Cost>(), new List<Cost>());
            for (var round = 0; round < Rounds; round++)
            {
                jobs.Add(await MeasureAsync(host, client, StartJobsAsync));
                deliveries.Add(await MeasureAsync(host, client, DeliverAsync));
            }

            Print("1,000 jobs, started by one handler", jobs);
            Print("1,000 queued deliveries, 64 connections", deliveries);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"jobs : deliveries = {Median(jobs, cost => cost.Processor) / Median(deliveries, cost => cost.Processor):0.00} in processor time, {Median(jobs, cost => cost.Elapsed) / Median(deliveries, cost => cost.Elapsed):0.00} in time"
                )
            );
            return true;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private static async Task<Cost> MeasureAsync(HostProcess host, HttpClient client, Func<HttpClient, Task> start)
    {
        var until = await DoneAsync(client) + Count;
        var (processor, began) = (ProcessTime.Of(host.Id), Stopwatch.GetTimestamp());
        await start(client);
        while (await DoneAsync(client) < until)
        {
            await Task.Delay(2);
        }

        return new(Stopwatch.GetElapsedTime(began), ProcessTime.Of(host.Id) - processor);
    }

    private static async Task StartJobsAsync(HttpClient client)
    {
        using var answer = await client.PostAsync(new Uri($"{Prefix}/start?count={Count}", UriKind.Relative), null);
        answer.EnsureSuccessStatusCode();
    }

    private static Task DeliverAsync(HttpClient client)
    {
        var body = Encoding.UTF8.GetBytes(
            """{"repository":{"full_name":"octo/hello"},"pusher":{"name":"mona"},"commits":[{"message":"Say hello"}]}"""
        );
        var signature = "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), body));
        return Parallel.ForEachAsync(
            Enumerable.Range(0, Count),
            new ParallelOptions { MaxDegreeOfParallelism = Senders },
            async (_, cancellation) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Post, $"{Prefix}/queued") { Content = new ByteArrayContent(body) };
                request.Content.Headers.ContentType = new("application/json");
                request.Headers.Add("X-GitHub-Event", "push");
                request.Headers.Add("X-GitHub-Delivery", Guid.NewGuid().ToString());
                request.Headers.Add("X-Hub-Signature-256", signature);
                using var answer = await client.SendAsync(request, cancellation);
                answer.EnsureSuccessStatusCode();
            }
        );
    }

    private static async Task<int> DoneAsync(HttpClient client) =>
        int.Parse(await client.GetStringAsync(new Uri($"{Prefix}/done", UriKind.Relative)), CultureInfo.InvariantCulture);

    private static void Print(string what, List<Cost> costs) =>
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: {Median(costs, cost => cost.Elapsed) * 1000:0} ms, {Median(costs, cost => cost.Processor) * 1000:0} ms of processor time"
            )
        );

    private static double Median(List<Cost> costs, Func<Cost, TimeSpan> of) =>
        costs.Select(of).Order().ElementAt(costs.Count / 2).TotalSeconds;

    private readonly record struct Cost(TimeSpan Elapsed, TimeSpan Processor);
}
