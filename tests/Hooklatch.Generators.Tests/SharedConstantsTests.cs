using Hooklatch.Endpoints;
using Hooklatch.Generators.Handlers;
using Hooklatch.Hosting;
using Hooklatch.Lifecycle;

namespace Hooklatch.Generators.Tests;

/// <summary>What the generator and the runtime each write down is the same.</summary>
public sealed class SharedConstantsTests
{
    [Fact]
    public void The_version_of_the_contract() => Assert.Equal(PluginManifest.ContractVersion, ManifestEmitter.ContractVersion);

    [Fact]
    public void The_largest_body_where_nobody_says_otherwise() =>
        Assert.Equal(WebhookEndpoint.DefaultMaxBodySize, EndpointModel.DefaultMaxBodySize);
}
