using System.Reflection;
using Hooklatch.Lifecycle;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Lifecycle;

/// <summary>What an assembly says of its webhooks, to tools that do not run it.</summary>
public sealed class PluginWebhookTests
{
    private const string InCode = "by the code of ";

    /// <summary>Its key is a type of the author's own, which names its algorithm itself when it runs.</summary>
    private const string OwnKey = "/schemes/whole-text";

    /// <summary>Of a verifier in code, only its code knows what it says.</summary>
    [Fact]
    public async Task An_assembly_says_of_each_webhook_what_the_host_says()
    {
        var said = typeof(PluginWebhookTests).Assembly.GetCustomAttributes<PluginWebhookAttribute>().ToArray();
        await using var host = await WebhookHost.StartAsync();

        var webhooks = host
            .App.Services.GetRequiredService<PluginRegistry>()
            .States.SelectMany(plugin => plugin.Webhooks)
            .Where(webhook => webhook.Plugin.Key == said[0].Plugin)
            .ToDictionary(webhook => webhook.MethodList + webhook.Template);

        Assert.Equal(webhooks.Keys.Order(StringComparer.Ordinal), said.Select(webhook => Key(webhook)).Order(StringComparer.Ordinal));
        Assert.All(
            said.Where(webhook => !webhook.Verification.StartsWith(InCode, StringComparison.Ordinal) && webhook.Endpoint != OwnKey),
            webhook => Assert.Equal(webhooks[Key(webhook)].Sender.Verifier.Description, webhook.Verification)
        );
        Assert.Contains(said, webhook => webhook.Verification.StartsWith(InCode, StringComparison.Ordinal));
        Assert.Contains(said, webhook => webhook.Events.Count > 1);
    }

    private static string Key(PluginWebhookAttribute webhook) =>
        (webhook.Methods.Count == 0 ? "ANY" : string.Join(',', webhook.Methods)) + webhook.Endpoint;
}
