using System.Diagnostics;
using System.Globalization;
using Hooklatch.Duplicates;
using Hooklatch.Inbox;

namespace Hooklatch.Jobs;

/// <summary>Writes a job as an item of the inbox.</summary>
internal static class JobItem
{
    /// <summary>The longest job as JSON, in bytes: 4 MiB.</summary>
    public const int MaxLength = 4 << 20;

    private const int MaxTextLength = 1000;
    private static readonly TimeSpan MaxDelay = TimeSpan.FromDays(3653);

    /// <exception cref="ArgumentException">An option is not valid, or the job is too long.</exception>
    public static InboxItem Of(string plugin, JobHandler handler, byte[] body, JobOptions options, DateTimeOffset now)
    {
        Check(body, options);
        return new()
        {
            Plugin = plugin,
            Endpoint = handler.Name,
            ReceivedAt = now,
            Body = body,
            Details = new JobDetails { Version = handler.Version, TraceParent = TraceParent }.Write(),
            DeliveryId = options.Deduplicate,
            Identity = options.Deduplicate is { } kind ? IdentityOf(plugin, handler.Name, "kind", kind) : default,
            ForgetsIdentity = options.DeduplicateUntilDone,
            OrderKey = options.Key is { } key ? OrderKeys.Bounded(key) : null,
            Delay = options.Delay,
            Priority = options.Priority,
        };
    }

    /// <summary>One run of a schedule. There is one of each occurrence, whoever stores it first.</summary>
    public static InboxItem Of(string plugin, JobHandler handler, DateTimeOffset occurrence, DateTimeOffset now)
    {
        var name = occurrence.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        return new()
        {
            Plugin = plugin,
            Endpoint = handler.Name,
            ReceivedAt = now,
            Body = "null"u8.ToArray(),
            Details = new JobDetails { Version = handler.Version, Occurrence = occurrence }.Write(),
            DeliveryId = name,
            Identity = IdentityOf(plugin, handler.Name, "occurrence", name),
            // What has run does not run again, whoever stores it once more.
            RequeuesDead = false,
        };
    }

    private static string? TraceParent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } span ? span.Id : null;

    private static void Check(byte[] body, JobOptions options)
    {
        if (body.Length > MaxLength)
        {
            throw new ArgumentException(
                $"The job is {body.Length} bytes as JSON, and at most {MaxLength} are stored. Keep what is large in IPluginStorage, and its name in the job."
            );
        }

        if (options.Delay < TimeSpan.Zero || options.Delay > MaxDelay)
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Delay, "A job is delayed by 0 to 10 years.");
        }

        if (!Enum.IsDefined(options.Priority))
        {
            throw new ArgumentOutOfRangeException(nameof(options), options.Priority, "There is no such priority.");
        }

        CheckText(options.Key, nameof(JobOptions.Key));
        CheckText(options.Deduplicate, nameof(JobOptions.Deduplicate));
    }

    private static void CheckText(string? text, string name)
    {
        if (text is { Length: 0 or > MaxTextLength })
        {
            throw new ArgumentException($"{name} has 1 to {MaxTextLength} characters, or is null.");
        }
    }

    private static byte[] IdentityOf(params ReadOnlySpan<string> texts)
    {
        var max = 0;
        foreach (var text in texts)
        {
            max += KeyFields.MaxLengthOf(text);
        }

        var fields = new KeyFields(stackalloc byte[512], max);
        foreach (var text in texts)
        {
            fields.Add(text);
        }

        return fields.Complete(scheme: 0, fingerprint: 0).ToBytes();
    }
}
