using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Benchmarks.Hosts;

/// <summary>One job of many.</summary>
public sealed record Step(int Number, string Text);

[JsonSerializable(typeof(Step))]
internal sealed partial class StepJson : JsonSerializerContext;

/// <summary>Starts jobs that do nothing, and counts what is done.</summary>
internal static class StartHooks
{
    private static int _done;

    [Webhook("/start", Methods = ["POST"])]
    [Unverified("A benchmark.")]
    public static Task OnStart([FromQuery] int count, IJobs jobs) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => jobs.EnqueueAsync(new Step(number, "a step of the way")).AsTask()));

    [Webhook("/done", Methods = ["GET"])]
    [Unverified("A benchmark.")]
    public static Task<string> OnDone() => Task.FromResult($"{Volatile.Read(ref _done)}");

    [Job]
    public static Task Run(Step job)
    {
        Count();
        return Task.CompletedTask;
    }

    public static void Count() => Interlocked.Increment(ref _done);
}
