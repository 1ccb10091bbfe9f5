using System.Diagnostics;
using System.Globalization;
using Hooklatch.Benchmarks.Pipeline;

namespace Hooklatch.Benchmarks.Oracle;

/// <summary>
/// Whether the time of a rejection, or the rejection itself, tells what was inside what nobody signed. Each kind of request is sent in turn with the
/// one that it is compared with, so that whatever disturbs one disturbs the other.
/// </summary>
internal static class OracleBenchmark
{
    private const int Pairs = 40_000;
    private const int Variants = 64;
    private static readonly TimeSpan WarmUpTime = TimeSpan.FromSeconds(5);

    /// <summary>Whether every request of a kind is rejected as every other is.</summary>
    public static bool Check()
    {
        var application = Application.Build();
        foreach (var (provider, kinds) in ForgedRequest.Kinds)
        {
            var answers = kinds.Select(kind => (kind.Name, Answer: AnswerOf(Make(application, kind.Make)[0], application))).ToList();
            foreach (var (name, answer) in answers.Where(one => one.Answer != answers[0].Answer))
            {
                Console.Error.WriteLine($"{provider}: {name} is answered {answer}, and {answers[0].Name} {answers[0].Answer}.");
                return false;
            }
        }

        return true;
    }

    public static bool Run()
    {
        var application = Application.Build();
        Console.WriteLine("| provider | what nobody signed | answer | median | beside | ratio | median of the differences |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (provider, kinds) in ForgedRequest.Kinds)
        {
            var requests = kinds.Select(kind => Make(application, kind.Make)).ToList();
            WarmUp(application, requests);
            for (var i = 1; i < kinds.Length; i++)
            {
                var (ours, beside, difference) = Compare(application, requests[i], requests[0]);
                Console.WriteLine(
                    $"| {provider} | {kinds[i].Name} | {requests[i][0].Status} | {Micro(ours)} | {Micro(beside)} "
                        + $"| {(ours / beside).ToString("F3", CultureInfo.InvariantCulture)} | {Nano(difference)} |"
                );
            }
        }

        return Check();
    }

    private static RepeatedRequest[] Make(Application application, Func<ForgedRequest> make) =>
        [
            .. Enumerable
                .Range(0, Variants)
                .Select(_ => make())
                .Select(request => new RepeatedRequest(
                    application.Services,
                    Application.Prefix + request.Path,
                    request.Body,
                    ("Content-Type", request.ContentType)
                )),
        ];

    private static string AnswerOf(RepeatedRequest request, Application application)
    {
        request.SendAsync(application.Invoke).GetAwaiter().GetResult();
        // Whatever follows the name of the trace is another in every answer.
        return $"{request.Status} {request.Answer.Split("\"trace")[0]}";
    }

    private static void WarmUp(Application application, List<RepeatedRequest[]> requests)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; Stopwatch.GetElapsedTime(started) < WarmUpTime; i++)
        {
            requests.ForEach(kind => Time(application, kind[i % Variants]));
        }
    }

    /// <summary>Medians in ticks, of both and of what each pair differs by.</summary>
    private static (double Ours, double Beside, double Difference) Compare(
        Application application,
        RepeatedRequest[] ours,
        RepeatedRequest[] beside
    )
    {
        var times = new List<(long Ours, long Beside)>(Pairs);
        for (var i = 0; i < Pairs; i++)
        {
            // Whichever comes second finds its way prepared, so each comes first as often.
            var isFirst = i % 2 == 0;
            var first = Time(application, (isFirst ? ours : beside)[i / 2 % Variants]);
            var second = Time(application, (isFirst ? beside : ours)[i / 2 % Variants]);
            times.Add(isFirst ? (first, second) : (second, first));
        }

        return (
            Median(times.Select(pair => pair.Ours)),
            Median(times.Select(pair => pair.Beside)),
            Median(times.Select(pair => pair.Ours - pair.Beside))
        );
    }

    private static long Time(Application application, RepeatedRequest request)
    {
        var started = Stopwatch.GetTimestamp();
        request.SendAsync(application.Invoke).GetAwaiter().GetResult();
        return Stopwatch.GetTimestamp() - started;
    }

    private static double Median(IEnumerable<long> times) => times.Order().ElementAt(Pairs / 2);

    private static string Micro(double ticks) => (ticks * 1e6 / Stopwatch.Frequency).ToString("F2", CultureInfo.InvariantCulture) + " µs";

    private static string Nano(double ticks) => (ticks * 1e9 / Stopwatch.Frequency).ToString("F0", CultureInfo.InvariantCulture) + " ns";
}
