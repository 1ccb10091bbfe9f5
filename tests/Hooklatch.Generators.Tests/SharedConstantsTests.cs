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

    [Fact]
    public void Names_of_credentials() => Assert.Equal(CredentialNames.Parts, QueueChecks.CredentialParts);
}
