using Hooklatch.Endpoints;
using Hooklatch.Generators.Checks;
using Hooklatch.Generators.Handlers;
using Hooklatch.Generators.Jobs;
using Hooklatch.Hosting;
using Hooklatch.Inbox;
using Hooklatch.Lifecycle;
using Hooklatch.Signing.Text;

namespace Hooklatch.Generators.Tests;

/// <summary>What the generator and the runtime each write down is the same.</summary>
public sealed class SharedConstantsTests
{
    [Fact]
    public void The_version_of_the_contract() => Assert.Equal(PluginManifest.ContractVersion, ManifestEmitter.ContractVersion);

    [Fact]
    public void The_largest_body_where_nobody_says_otherwise() =>
        Assert.Equal(WebhookEndpoint.DefaultMaxBodySize, EndpointModel.DefaultMaxBodySize);

    [Fact]
    public void What_becomes_of_missed_runs() => Assert.Equal(Enum.GetNames<MissedRuns>(), JobClassEmitter.MissedRuns);

    [Fact]
    public void Tries_of_a_queued_handler()
    {
        var (attribute, runtime, generator) = (new RetryAttribute(), RetryPolicy.Default, QueueParser.DefaultRetry);

        Assert.Equal(
            (runtime.MaxAttempts, runtime.FirstDelaySeconds, runtime.MaxDelaySeconds),
            (generator.MaxAttempts, generator.FirstDelaySeconds, generator.MaxDelaySeconds)
        );
        Assert.Equal(
            (attribute.MaxAttempts, attribute.FirstDelaySeconds, attribute.MaxDelaySeconds),
            (generator.MaxAttempts, generator.FirstDelaySeconds, generator.MaxDelaySeconds)
        );
        Assert.Equal((int)WebhookMode.Queued, QueueParser.Queued);
    }

    [Theory]
    [InlineData(true, "X-Hub-Signature-256")]
    [InlineData(true, "X-Sign")]
    [InlineData(true, "sign")]
    [InlineData(true, "msg_signature")]
    [InlineData(true, "webhook-signatures")]
    [InlineData(true, "paypal-transmission-sig")]
    [InlineData(true, "signed_request")]
    [InlineData(true, "X-Signing-Key")]
    [InlineData(true, "access_token")]
    [InlineData(true, "accessToken")]
    [InlineData(true, "authtoken")]
    [InlineData(true, "OAuthTOKEN")]
    [InlineData(true, "csrfTokens")]
    [InlineData(true, "clientSecret")]
    [InlineData(true, "CLIENT-SECRET")]
    [InlineData(true, "Authorization")]
    [InlineData(true, "Proxy-Authorization")]
    [InlineData(true, "Cookie")]
    [InlineData(true, "Set-Cookie2")]
    [InlineData(true, "password")]
    [InlineData(true, "X-HmacSha256")]
    [InlineData(true, "hmacsha256")]
    [InlineData(true, "X-API-Key")]
    [InlineData(true, "APIKey")]
    [InlineData(true, "apiKeys")]
    [InlineData(true, "apikey")]
    [InlineData(false, "signupId")]
    [InlineData(false, "signup_id")]
    [InlineData(false, "assignee")]
    [InlineData(false, "design")]
    [InlineData(false, "X-Design-Id")]
    [InlineData(false, "significant")]
    [InlineData(false, "tokenize")]
    [InlineData(false, "tokenized-card")]
    [InlineData(false, "secretary")]
    [InlineData(false, "passwordless")]
    [InlineData(false, "cookieless")]
    [InlineData(false, "apiVersion")]
    [InlineData(false, "key")]
    [InlineData(false, "rapidKey")]
    [InlineData(false, "X-Region")]
    [InlineData(false, "")]
    public void Names_of_credentials(bool isCredential, string name)
    {
        Assert.Equal(isCredential, CredentialNames.Match(name));
        Assert.Equal(isCredential, CredentialName.Is(name));
    }
}
