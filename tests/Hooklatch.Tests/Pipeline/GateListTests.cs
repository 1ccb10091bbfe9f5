using System.Text.RegularExpressions;
using Hooklatch.Endpoints;
using Hooklatch.Endpoints.Gates;
using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Tests.Pipeline;

/// <summary>The gates that are built are those of the table in docs/architecture.md, in its order.</summary>
public sealed partial class GateListTests
{
    [Fact]
    public async Task Every_endpoint_has_gates_of_the_table_in_its_order()
    {
        await using var host = await WebhookHost.StartAsync();
        var documented = Documented();
        var built = new HashSet<string>();

        foreach (var webhook in host.App.Services.GetRequiredService<PluginRegistry>().States.SelectMany(plugin => plugin.Webhooks))
        {
            var gates = host
                .App.Services.GetRequiredService<WebhookPipelineFactory>()
                .GatesOf(webhook)
                .Select(gate => gate.GetType().Name)
                .ToArray();

            Assert.Equal(documented.Where(gates.Contains), gates);
            built.UnionWith(gates);
        }

        // That of queued webhooks is looked for where hosts have a store.
        Assert.Equal(documented.Where(name => name != nameof(QueueGate)).Order(), built.Order());
    }

    [Fact]
    public void A_table_in_another_order_is_noticed() =>
        Assert.NotEqual(Documented().Reverse().Where(name => name.StartsWith('M') || name.StartsWith('H')), ["MethodGate", "HeaderGate"]);

    [Fact]
    public async Task Only_a_sender_with_handshakes_is_asked_for_them()
    {
        await using var host = await WebhookHost.StartAsync();
        var factory = host.App.Services.GetRequiredService<WebhookPipelineFactory>();

        foreach (var webhook in host.App.Services.GetRequiredService<PluginRegistry>().States.SelectMany(plugin => plugin.Webhooks))
        {
            var asks = factory.GatesOf(webhook).Any(gate => gate is UnsignedHandshakeGate or OracleGate);
            Assert.True(!asks || webhook.Sender.Handshakes.Count > 0, webhook.Template);
        }
    }

    private static string[] Documented() =>
        [.. GateName.Matches(File.ReadAllText(Repository.PathOf("docs", "architecture.md"))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^\| \d+ \|.*?\| `(?:\w+/)+(\w+Gate)`", RegexOptions.Multiline)]
    private static partial Regex GateName { get; }
}
