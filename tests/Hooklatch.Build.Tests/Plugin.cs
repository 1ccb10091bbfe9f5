using System.ComponentModel.DataAnnotations;

[assembly: Plugin("tests", "build")]

namespace Hooklatch.Build.Tests;

/// <summary>What the tests read from their own assembly.</summary>
[PluginConfig]
public sealed class FirstConfig
{
    /// <summary>Where the "goods" are, or <c>C:\</c>.</summary>
    public required Uri Warehouse { get; init; }

    [Secret]
    public required string Token { get; init; }

    [Range(1, 100)]
    public int BatchSize { get; init; } = 20;

    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(10);

    public DayOfWeek? Day { get; init; }
}

[PluginConfig]
public sealed class SecondConfig
{
    public required string Greeting { get; init; }

    /// <summary>Declared by both; the first one counts.</summary>
    public string BatchSize { get; init; } = "many";

    public Dictionary<string, FirstConfig> Größen { get; init; } = [];
}

/// <summary>Webhooks of every kind that a page describes.</summary>
internal static class Webhooks
{
    [Webhook("/push/{id}", Methods = ["POST", "PUT"], Description = "What was *pushed* | <b>.")]
    [GitHubSignature(Secret = nameof(FirstConfig.Token))]
    public static Task Push(string id) => Task.FromResult(id);

    [Webhook("/open")]
    [Unverified("it `says` nothing")]
    public static Task Open() => Task.CompletedTask;

    [Webhook("/token", Methods = ["POST"])]
    [SharedToken(Header = "X-Token", Secret = nameof(FirstConfig.Token))]
    public static Task Token() => Task.CompletedTask;
}

[Webhook("/events", Methods = ["POST"])]
[StripeSignature(Secret = nameof(FirstConfig.Token))]
internal static class Events
{
    [OnEvent("invoice.paid")]
    public static Task Paid() => Task.CompletedTask;

    [OnEvent("charge.refunded")]
    [OnEvent("charge.failed")]
    public static Task Charged() => Task.CompletedTask;
}
