namespace Hooklatch.OpenApi.Tests;

/// <summary>Handlers whose senders are verified in every way.</summary>
internal static class VerifiedHooks
{
    [Webhook("/verified/timed", Methods = ["POST"])]
    [TimedSignature(Secret = nameof(Secrets.Shared))]
    public static Task Timed() => Task.CompletedTask;

    [Webhook("/verified/plain", Methods = ["POST"])]
    [PlainSignature(Secret = nameof(Secrets.Shared))]
    public static Task Plain() => Task.CompletedTask;

    [Webhook("/verified/header", Methods = ["POST"])]
    [SharedToken(Header = "X-Token", Secret = nameof(Secrets.Shared))]
    public static Task HeaderToken() => Task.CompletedTask;

    [Webhook("/verified/query", Methods = ["POST"])]
    [SharedToken(Query = "token", Secret = nameof(Secrets.Shared))]
    public static Task QueryToken() => Task.CompletedTask;
}
