using System.Globalization;
using Hooklatch.Bodies;
using Hooklatch.Inbox.Jobs;
using Hooklatch.Inbox.Running;
using Hooklatch.Lifecycle;

namespace Hooklatch.Inbox.Hosting;

/// <summary>Finds what this host can run: the queued webhooks and the jobs of its plugins.</summary>
internal static class SlotsFactory
{
    private const string Concurrency = "Concurrency";

    /// <exception cref="InvalidOperationException">A plugin's own limit cannot be read.</exception>
    public static Slots Create(PluginRegistry registry, InboxOptions options, BodyBudget budget, DeliveryRun run, JobRunner jobs)
    {
        var slots = new Slots(options.Concurrency);
        foreach (var plugin in registry.States)
        {
            var queued = plugin
                .Webhooks.Where(webhook => webhook.Mode is WebhookMode.Queued)
                .ToLookup(webhook => webhook.Template, StringComparer.Ordinal);
            if (queued.Count == 0 && plugin.Jobs.Count == 0)
            {
                continue;
            }

            var queue = new PluginQueue(MaxOf(plugin, options));
            foreach (var path in queued)
            {
                slots.Add(new EndpointQueue(queue, [.. path], budget.CreateShare(), run));
            }

            foreach (var job in plugin.Jobs)
            {
                var runs = new RunCount();
                foreach (var name in job.Aliases.Prepend(job.Name).Distinct(StringComparer.Ordinal))
                {
                    slots.Add(new JobQueue(queue, plugin.Scope, name, job, budget.CreateShare(), jobs, runs));
                }
            }
        }

        return slots;
    }

    private static int MaxOf(PluginState plugin, InboxOptions options)
    {
        var section = plugin.Scope.Configuration.At(Concurrency);
        return string.IsNullOrWhiteSpace(section.Value) ? options.PluginConcurrency
            : int.TryParse(section.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var max) && max is >= 1 and <= 10_000 ? max
            : throw new InvalidOperationException(
                $"{section.Path} must be a whole number from 1 to 10,000: how many queued deliveries of the plugin run at once."
            );
    }
}
