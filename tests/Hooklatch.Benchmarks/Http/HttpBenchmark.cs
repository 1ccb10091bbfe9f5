using System.Globalization;
using Hooklatch.Benchmarks.Processes;

namespace Hooklatch.Benchmarks.Http;

/// <summary>
/// Servers under load, ours and another in turn, and the ratio pair by pair: what else happens on the machine meets both.
/// </summary>
internal static class HttpBenchmark
{
    private const int Seconds = 2;
    private const int Rounds = 3;

    /// <summary>Prints one table per scenario; all of them, or those that are named.</summary>
    public static async Task<bool> RunAsync(string[] names)
    {
        string[] needed =
            names.Length > 0 && names.All(name => name.StartsWith("queued", StringComparison.Ordinal))
                ? ["wrk"]
                : ["wrk", "webhook", "uvicorn"];
        Tool.Require(needed);
        foreach (var scenario in Scenario.All.Where(scenario => names is [] || names.Contains(scenario.Name)))
        {
            await RunAsync(scenario);
        }

        return true;
    }

    /// <summary>The same for this commit beside a published <c>HooklatchHost</c> of another.</summary>
    public static async Task<bool> RunBesideAsync(string binary, string[] names)
    {
        Tool.Require("wrk");
        foreach (var scenario in Scenario.All.Where(scenario => names is [] || names.Contains(scenario.Name)))
        {
            await RunAsync(scenario.BesideEarlier(Path.GetFullPath(binary)));
        }

        return true;
    }

    private static async Task RunAsync(Scenario scenario)
    {
        var bodies = scenario.Bodies.Value;
        var folder = Load.Prepare(scenario.Name, bodies);
        await using var servers = new RunningServers();
        foreach (var contender in scenario.Pairs.SelectMany(pair => new[] { pair.Ours, pair.Theirs }).Distinct())
        {
            var server = await servers.StartAsync(contender.Server);
            await CheckAsync(contender, server, bodies);
            await Load.RunAsync(server, contender.Path, folder, bodies.Length, scenario.Connections, seconds: 1); // Warms up.
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""

                {scenario.Name}: {bodies.Average(body => body.Bytes.Length):F0} bytes, {Rounds} rounds of {Seconds} s in turn

                | ours | beside | requests/s | ratio, pair by pair | processor time per request | ratio | p50 | p99 | peak memory |
                |---|---|---|---|---|---|---|---|---|
                """
            )
        );
        foreach (var (ours, theirs) in scenario.Pairs)
        {
            var rounds = new List<(Load Ours, Load Theirs)>();
            for (var round = 0; round < Rounds; round++)
            {
                rounds.Add((await RunAsync(ours), await RunAsync(theirs)));
            }

            Console.WriteLine(Row(ours, theirs, rounds, servers));
        }

        async Task<Load> RunAsync(Contender contender) =>
            await Load.RunAsync(
                await servers.StartAsync(contender.Server),
                contender.Path,
                folder,
                bodies.Length,
                scenario.Connections,
                Seconds
            );
    }

    /// <summary>Nothing is measured that does not do the work.</summary>
    private static async Task CheckAsync(Contender contender, HostProcess server, SignedBody[] bodies)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        foreach (var body in bodies)
        {
            var (status, said) = await DeliverySender.SendAsync(client, contender.Path, body, body.Signature);
            if (status is not (200 or 202) || (contender.Answers && said != body.Answer))
            {
                throw new InvalidOperationException($"{contender.Name} answered {status} '{said}' instead of '{body.Answer}'.");
            }
        }

        if (
            contender.Answers
            && await DeliverySender.SendAsync(client, contender.Path, bodies[0], bodies[1].Signature) is (200, var accepted)
        )
        {
            throw new InvalidOperationException($"{contender.Name} accepted a forged delivery: '{accepted}'.");
        }
    }

    private static string Row(Contender ours, Contender theirs, List<(Load Ours, Load Theirs)> rounds, RunningServers servers)
    {
        var (our, their) = (rounds.Select(round => round.Ours).ToList(), rounds.Select(round => round.Theirs).ToList());
        var ratios = string.Join(", ", rounds.Select(round => Ratio(round.Ours.PerSecond / round.Theirs.PerSecond)));
        return $"| {ours.Name} | {theirs.Name} "
            + $"| {Median(our, load => load.PerSecond):F0} : {Median(their, load => load.PerSecond):F0} "
            + $"| {ratios} "
            + $"| {Micro(our, load => load.CpuPerRequest)} : {Micro(their, load => load.CpuPerRequest)} µs "
            + $"| {Ratio(Median(rounds, round => round.Theirs.CpuPerRequest / round.Ours.CpuPerRequest))} "
            + $"| {Micro(our, load => load.P50)} : {Micro(their, load => load.P50)} µs "
            + $"| {Micro(our, load => load.P99)} : {Micro(their, load => load.P99)} µs "
            + $"| {servers.PeakOf(ours.Server):F0} : {servers.PeakOf(theirs.Server):F0} MiB |";
    }

    private static string Ratio(double value) => value.ToString("F2", CultureInfo.InvariantCulture);

    private static string Micro(List<Load> loads, Func<Load, TimeSpan> value) =>
        Median(loads, load => value(load).TotalMicroseconds).ToString("F0", CultureInfo.InvariantCulture);

    private static double Median<T>(List<T> items, Func<T, double> value) => items.Select(value).Order().ElementAt(items.Count / 2);
}
