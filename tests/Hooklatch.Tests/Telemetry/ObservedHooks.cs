using Hooklatch.Tests.Plugin;
using Hooklatch.Tests.Verification;
using Microsoft.AspNetCore.Mvc;

namespace Hooklatch.Tests.Telemetry;

/// <summary>Deliveries whose end is looked at from outside.</summary>
internal sealed class ObservedHooks(HandledDeliveries deliveries)
{
    [Webhook("/observed/rejects")]
    [Unverified("a test")]
    public static Task Rejects([FromQuery] string name) => throw new WebhookException(404, $"There is no '{name}'");

    [Webhook("/observed/keeps")]
    [Unverified("a test")]
    public Task Keeps(WebhookContext context)
    {
        deliveries.Kept = context;
        return Task.CompletedTask;
    }

    [Webhook("/observed/by-verifier", Methods = ["POST"])]
    [ByVerifierSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public static Task<string> ByVerifier() => Task.FromResult("ran");

    [Webhook("/observed/acknowledged", Methods = ["POST"])]
    [AcknowledgedHandshakeSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public static Task Acknowledged() => Task.CompletedTask;

    [Webhook("/observed/signed-id", Methods = ["POST"])]
    [SignedIdSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public static Task<string> SignedId(
        [FromHeader(Name = "X-Id")] string id,
        [FromHeader(Name = "x-seal")] string? seal,
        [FromHeader(Name = "Authorization")] string? authorization
    ) => Task.FromResult($"{id} {seal ?? "-"} {authorization ?? "-"}");

    [Webhook("/observed/numbered", Methods = ["POST"])]
    [NumberedIdSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public static Task<string> Numbered([FromHeader(Name = "X-Proof-2")] string? second) => Task.FromResult(second ?? "-");
}
