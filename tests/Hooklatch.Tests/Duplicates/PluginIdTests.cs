using Hooklatch.Bodies;
using Hooklatch.Configuration;
using Hooklatch.Deliveries;
using Hooklatch.Duplicates;
using Hooklatch.Endpoints;
using Hooklatch.Endpoints.Gates;
using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Plugins;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace Hooklatch.Tests.Duplicates;

/// <summary>Two plugins may declare one endpoint and hear of one id: neither is a copy of the other.</summary>
public sealed class PluginIdTests
{
    [Fact]
    public async Task An_id_counts_for_its_plugin_only()
    {
        var time = new FakeTimeProvider();
        var ledger = new DeliveryLedger(new HooklatchOptions(), time);
        using var configuration = new PluginConfiguration(new ConfigurationBuilder().Build(), "tests", "one");
        var one = Endpoint(new PluginScope(new Manifest("one"), configuration), new NoVerifier(null));
        var other = Endpoint(new PluginScope(new Manifest("other"), configuration), new NoVerifier(null));

        Assert.False(await IsCopyAsync(one));
        Assert.False(await IsCopyAsync(other));
        Assert.True(await IsCopyAsync(one));

        async Task<bool> IsCopyAsync(WebhookEndpoint endpoint)
        {
            var http = new DefaultHttpContext { Request = { Method = HttpMethods.Post } };
            var delivery = new Delivery(endpoint.Key, http, time.GetUtcNow()) { Body = new MemoryBody(new byte[1]) };
            delivery.Identify(null, null, "1");
            var isCopy = await new DuplicateGate(endpoint, ledger, time).PassAsync(delivery, http) is not null;
            delivery.Claim?.Complete(200);
            return isCopy;
        }
    }

    /// <summary>Tenants may be named by whatever the host's own code writes to the route values; their ids are their own all the same.</summary>
    [Fact]
    public async Task An_id_counts_for_its_tenant_only_where_the_endpoint_has_no_parameter()
    {
        var time = new FakeTimeProvider();
        using var configuration = new PluginConfiguration(new ConfigurationBuilder().Build(), "tests", "one");
        var plugin = new PluginScope(new Manifest("one"), configuration);
        var verifier = new SignatureVerifier(plugin, "/same") { Tenants = new TenantSecrets(plugin, _ => null!) };
        var endpoint = Endpoint(plugin, verifier);
        var gate = new DuplicateGate(endpoint, new DeliveryLedger(new HooklatchOptions(), time), time);

        Assert.False(await IsCopyAsync("a"));
        Assert.False(await IsCopyAsync("b"));
        Assert.True(await IsCopyAsync("a"));

        async Task<bool> IsCopyAsync(string tenant)
        {
            var http = new DefaultHttpContext { Request = { Method = HttpMethods.Post, RouteValues = { ["tenant"] = tenant } } };
            var delivery = new Delivery(endpoint.Key, http, time.GetUtcNow()) { Body = new MemoryBody(new byte[1]) };
            delivery.Identify(null, null, "1");
            var isCopy = await gate.PassAsync(delivery, http) is not null;
            delivery.Claim?.Complete(200);
            return isCopy;
        }
    }

    private sealed class Manifest(string module) : PluginManifest
    {
        public override string Author => "tests";

        public override string Module => module;

        public override void MapWebhooks(WebhookMap map) { }
    }

    private static WebhookEndpoint Endpoint(PluginScope plugin, WebhookVerifier verifier) =>
        new(plugin, "/same", new TestSender(verifier), new WebhookHandler("", "", _ => default)) { Name = "", DetectsDuplicates = true };

    private sealed class TestSender(WebhookVerifier verifier) : WebhookSender(verifier)
    {
        public override bool DeliveryIdIsSigned => true;
    }
}
