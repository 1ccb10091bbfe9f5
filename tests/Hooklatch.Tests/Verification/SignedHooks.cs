using System.Text.Json;
using Hooklatch.Tests.Plugin;

namespace Hooklatch.Tests.Verification;

/// <summary>One endpoint per scheme; all answer 200 with nothing.</summary>
internal sealed class SignedHooks(HandledDeliveries deliveries)
{
    [Webhook("/github")]
    [GitHubSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task GitHub(WebhookContext context) => Record(context);

    [Webhook("/github/json", Methods = ["POST"])]
    [GitHubSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task GitHubJson(WebhookContext context, JsonElement payload) => Record(context);

    [Webhook("/rotating")]
    [GitHubSignature(Secret = nameof(TestConfig.RotatingSecrets))]
    public Task Rotating(WebhookContext context) => Record(context);

    [Webhook("/sha1")]
    [Sha1Signature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Sha1(WebhookContext context) => Record(context);

    [Webhook("/sha384")]
    [Sha384Signature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Sha384(WebhookContext context) => Record(context);

    [Webhook("/sha512")]
    [Sha512Signature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Sha512(WebhookContext context) => Record(context);

    [Webhook("/base64")]
    [Base64Signature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Base64(WebhookContext context) => Record(context);

    [Webhook("/authorization")]
    [AuthorizationSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Authorization(WebhookContext context) => Record(context);

    [Webhook("/renamed")]
    [RenamedSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Renamed(WebhookContext context) => Record(context);

    [Webhook("/two-readings")]
    [TwoReadingsSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task TwoReadings(WebhookContext context) => Record(context);

    [Webhook("/selected")]
    [SelectedSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Selected(WebhookContext context) => Record(context);

    [Webhook("/time/chosen")]
    [ChosenTimeSignature(Secret = nameof(TestConfig.GitHubSecret), TimeHeader = "X-Time")]
    public Task ChosenTime(WebhookContext context) => Record(context);

    [Webhook("/time/none")]
    [ChosenTimeSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task NoTime(WebhookContext context) => Record(context);

    [Webhook("/fixed")]
    [FixedAnswerSignature(Secret = nameof(TestConfig.GitHubSecret), Code = nameof(TestConfig.Token))]
    public Task Fixed(WebhookContext context) => Record(context);

    [Webhook("/fixed/half")]
    [FixedAnswerSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task FixedHalf(WebhookContext context) => Record(context);

    [Webhook("/timestamped")]
    [TimestampedSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Timestamped(WebhookContext context) => Record(context);

    [Webhook("/milliseconds")]
    [MillisecondSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Milliseconds(WebhookContext context) => Record(context);

    [Webhook("/identified")]
    [IdentifiedSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Identified(WebhookContext context) => Record(context);

    [Webhook("/wide")]
    [WideSeparatorSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Wide(WebhookContext context) => Record(context);

    [Webhook("/trailing")]
    [TrailingSignature(Secret = nameof(TestConfig.GitHubSecret))]
    public Task Trailing(WebhookContext context) => Record(context);

    private Task Record(WebhookContext context)
    {
        deliveries.Record(context);
        return Task.CompletedTask;
    }
}

/// <summary>Says for all that derive from it how they are verified.</summary>
[GitHubSignature(Secret = nameof(TestConfig.GitHubSecret))]
internal abstract class VerifiedHooks;

internal sealed class InheritingHooks : VerifiedHooks
{
    [Webhook("/inherited")]
    public Task On() => Task.CompletedTask;
}
