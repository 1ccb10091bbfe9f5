namespace Hooklatch.Inbox;

/// <summary>
/// How queued deliveries are accepted, run and kept. Read from the section <c>Hooklatch:Inbox</c>, where each key is the name of its property, then handed to
/// the delegate of <c>AddInbox(options => …)</c>. A value that is not valid stops the host when it starts.
/// </summary>
public sealed class InboxOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Hooklatch:Inbox";

    /// <summary>How long handlers have once their tokens are cancelled, and how long their ends have to be written down.</summary>
    internal static readonly TimeSpan EndTimeout = TimeSpan.FromSeconds(2);

    /// <summary>How many deliveries run at once in this host: 1 to 10,000. Default: 64.</summary>
    public int Concurrency { get; set; } = 64;

    /// <summary>How many deliveries of one plugin run at once: 1 to 10,000. A plugin may have its own, <c>Plugins:{key}:Concurrency</c>. Default: 64.</summary>
    public int PluginConcurrency { get; set; } = 64;

    /// <summary>How many unfinished deliveries are stored before further ones are answered 503; one endpoint gets a quarter. Default: 1,000,000.</summary>
    public long MaxDepth { get; set; } = 1_000_000;

    /// <summary>How many bytes of unfinished deliveries are stored before further ones are answered 503; one endpoint gets a quarter. Default: 8 GiB.</summary>
    public long MaxBytes { get; set; } = 8L << 30;

    /// <summary>How many bytes the values of one plugin take (<see cref="IPluginKeyValueStore"/>), with their keys. Default: 64 MiB.</summary>
    public long MaxValueBytes { get; set; } = 64L << 20;

    /// <summary>How many bytes stay free on the disk of the store. Default: 256 MiB.</summary>
    public long MinFreeDisk { get; set; } = 256L << 20;

    /// <summary>How long a finished delivery is kept, at most. Default: 7 days.</summary>
    public TimeSpan RetainFor { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How many bytes the store may take before finished deliveries are dropped early, the oldest first. Default: 1 GiB.</summary>
    public long RetainBytes { get; set; } = 1L << 30;

    /// <summary>
    /// How long a sender waits for its delivery to be on stable storage, before it is answered 503: 100 ms to 30 s. Its next try is recognised if the first
    /// was stored after all. Default: 2 seconds.
    /// </summary>
    public TimeSpan CommitTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Whether what was received by inline webhooks is kept as well, once their handlers have ended, for people to look at. It holds for webhooks that verify
    /// their sender and do not say otherwise (<see cref="WebhookAttribute.Record"/>). Default: <see langword="false"/>.
    /// </summary>
    public bool RecordInline { get; set; }

    /// <summary>
    /// How long handlers that run when the host stops may take to end; then their tokens are cancelled, and what did not end runs again after the next
    /// start. It must be less, by four seconds, than the host's own <c>HostOptions.ShutdownTimeout</c>. Default: 20 seconds.
    /// </summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(20);
}
