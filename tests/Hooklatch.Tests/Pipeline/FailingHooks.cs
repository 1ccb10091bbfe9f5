using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Tests.Pipeline;

/// <summary>Every way in which a handler can fail.</summary>
internal static class FailingHooks
{
    public const string Leak = "connection string of the handler";

    [Webhook("/fails/rejection")]
    [Unverified("a test")]
    public static Task Rejection() =>
        throw new WebhookException(StatusCodes.Status429TooManyRequests, "Come back later") { Headers = { ["Retry-After"] = "30" } };

    [Webhook("/fails/exception")]
    [Unverified("a test")]
    public static Task Exception() => throw new InvalidOperationException(Leak);

    [Webhook("/fails/cancelled")]
    [Unverified("a test")]
    public static Task Cancelled() => throw new OperationCanceledException(Leak);

    [Webhook("/fails/result")]
    [Unverified("a test")]
    public static Task<Unserialisable> Result() => Task.FromResult(new Unserialisable());

    [Webhook("/fails/iresult")]
    [Unverified("a test")]
    public static Task<IResult> ExecutedResult() => Task.FromResult<IResult>(new FailingResult());

    [Webhook("/fails/late")]
    [Unverified("a test")]
    public static async Task Late(HttpResponse response)
    {
        await response.WriteAsync("half an answer");
        await response.Body.FlushAsync();
        throw new InvalidOperationException(Leak);
    }

    [Webhook("/waits")]
    [Unverified("a test")]
    public static async Task Waits(IWaitingRoom room, CancellationToken cancellation)
    {
        room.Enter();
        await Task.Delay(Timeout.Infinite, cancellation);
    }

    private sealed class FailingResult : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => throw new InvalidOperationException(Leak);
    }
}

/// <summary>A class that cannot be built.</summary>
internal sealed class FailingConstructorHooks
{
    public FailingConstructorHooks() => throw new InvalidOperationException(FailingHooks.Leak);

    [Webhook("/fails/constructor")]
    [Unverified("a test")]
    public Task Never() => Task.CompletedTask;
}

/// <summary>A value whose getter throws in the middle of its serialisation.</summary>
public sealed class Unserialisable
{
    public string First => "first";

    [JsonPropertyOrder(1)]
    public string Second => throw new InvalidOperationException(FailingHooks.Leak);
}

/// <summary>Where a test learns that a handler has begun.</summary>
public interface IWaitingRoom
{
    void Enter();
}
