using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Handlers;

/// <summary>Writes what tools are told of a plugin's webhooks: attributes of the assembly, which they read without loading it.</summary>
internal static class WebhookFactsEmitter
{
    public static GeneratedFile Emit(PluginModel plugin, IReadOnlyList<WebhookFacts> webhooks)
    {
        var writer = GeneratedFile.Begin(Marks.None);
        foreach (var webhook in webhooks)
        {
            writer.Call(
                "[assembly: global::Hooklatch.Lifecycle.PluginWebhook",
                [
                    Literal.String(plugin.Key),
                    Literal.String(webhook.Endpoint),
                    Literal.StringOrNull(webhook.Description),
                    Array(webhook.Methods),
                    Array(webhook.Events),
                    Literal.Bool(webhook.IsQueued),
                    Literal.String(webhook.Attribute),
                    Literal.String(webhook.Verification),
                    Array(webhook.Secrets),
                ],
                end: "]"
            );
        }

        return new GeneratedFile("Webhooks.g.cs", writer.ToString());
    }

    private static string Array(EquatableArray<string> items) =>
        items.Count == 0 ? "new string[0]" : $"new[] {{ {string.Join(", ", items.Select(Literal.String))} }}";
}
