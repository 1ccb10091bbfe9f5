using System.Globalization;
using Hooklatch.Endpoints;
using Hooklatch.Management;

namespace Hooklatch.Console.Overview;

/// <summary>Says what limits a webhook.</summary>
internal static class Limits
{
    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB"];

    /// <summary>The limits, the one of the body first.</summary>
    public static IReadOnlyList<LimitView> Of(WebhookEndpoint webhook)
    {
        var limits = new List<LimitView> { Limit("Body", Bytes(webhook.MaxBodySize)) };
        if (webhook.FormLimits is { } form)
        {
            limits.Add(Limit("Form", $"{form.MaxFields} fields, {form.MaxParts} parts, {Bytes(form.MaxValueBytes)} for a value"));
        }

        if (webhook.Addresses is not null)
        {
            limits.Add(Limit("Addresses", "only from the declared and configured networks"));
        }

        if (webhook.DetectsDuplicates)
        {
            limits.Add(Limit("Duplicates", "answered, and run once"));
        }

        if (webhook.Mode is WebhookMode.Queued)
        {
            limits.AddRange(Queued(webhook));
        }

        return limits;
    }

    /// <summary>A size in the largest unit in which it is at least one.</summary>
    public static string Bytes(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        while (size >= 1024 && unit < Units.Length - 1)
        {
            (size, unit) = (size / 1024, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{size:0.#} {Units[unit]}");
    }

    private static IEnumerable<LimitView> Queued(WebhookEndpoint webhook)
    {
        if (webhook.Concurrency > 0)
        {
            yield return Limit("At once", webhook.Concurrency.ToString(CultureInfo.InvariantCulture));
        }

        if (webhook.OrderPath is { } path)
        {
            yield return Limit("In order by", path);
        }

        foreach (var handler in webhook.Handlers)
        {
            var of = webhook.Handlers.Count == 1 ? "" : $" of {handler.Target}";
            yield return Limit($"Tries{of}", handler.Retry.MaxAttempts.ToString(CultureInfo.InvariantCulture));
            yield return Limit($"Time{of}", string.Create(CultureInfo.InvariantCulture, $"{handler.TimeoutSeconds} s"));
        }
    }

    private static LimitView Limit(string name, string value) => new() { Name = name, Value = value };
}
