namespace Hooklatch.Inbox;

/// <summary>What is kept of one delivery or job: written once, never changed.</summary>
public sealed record InboxItem
{
    /// <summary>The longest <see cref="OrderKey"/>, in UTF-16 code units; a longer one is hashed before it comes here.</summary>
    public const int MaxOrderKeyLength = 128;

    /// <summary>The plugin's key, <c>author.module</c>.</summary>
    public required string Plugin { get; init; }

    /// <summary>The endpoint as declared, such as <c>/github</c>; of a job its name, which never begins with a slash.</summary>
    public required string Endpoint { get; init; }

    /// <summary>How much sooner than its age a job runs, for each step of its priority.</summary>
    public static readonly TimeSpan PriorityStep = TimeSpan.FromMinutes(1);

    /// <summary>When the request reached the host, or the job was enqueued.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The body exactly as it was received and verified, or the job as JSON.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The payload, where the body held it encrypted or in a field of a form.</summary>
    public ReadOnlyMemory<byte>? Payload { get; init; }

    /// <summary>
    /// The rest that the handler is bound from, which no store reads: method, content type, headers, query and route as UTF-8 JSON, or any bytes where the
    /// delivery is sealed.
    /// </summary>
    public ReadOnlyMemory<byte> Details { get; init; }

    /// <summary>The event as the provider names it.</summary>
    public string? Event { get; init; }

    /// <summary>What happened to the event's subject, where the provider says so apart.</summary>
    public string? EventAction { get; init; }

    /// <summary>The delivery's id as the provider names it.</summary>
    public string? DeliveryId { get; init; }

    /// <summary>
    /// What tells the delivery from others of every plugin and endpoint: 16 bytes of a hash. Empty where it cannot be told, and then nothing is a copy of
    /// it. The provider's id is a part of what is hashed, so deliveries of one identity have one <see cref="DeliveryId"/>, and a store may keep both under
    /// one key. It is not read back.
    /// </summary>
    public ReadOnlyMemory<byte> Identity { get; init; }

    /// <summary>
    /// Whether the identity is forgotten when the work is done or dismissed, so that the next one of its kind is new; else it is kept as long as
    /// <see cref="InboxRetention.IdentityAge"/> says.
    /// </summary>
    public bool ForgetsIdentity { get; init; }

    /// <summary>
    /// Whether a copy of one that is dead or quarantined has that run again, as a sender's "redeliver" asks for; else it is a copy like any other. It is not
    /// read back.
    /// </summary>
    public bool RequeuesDead { get; init; } = true;

    /// <summary>
    /// How long after its acceptance it may first be claimed, by the clock of the store: it is delayed until then, and keeps its place among those of its
    /// key.
    /// </summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How soon it runs, compared with others of its endpoint.</summary>
    public JobPriority Priority { get; init; }

    /// <summary>
    /// What is ready of an endpoint is claimed in this order, then by id. One of a higher priority goes before those that are up to
    /// <see cref="PriorityStep"/> older, and nothing waits for ever.
    /// </summary>
    public DateTimeOffset RanksAt => ReadyAt - ((int)Priority * PriorityStep);

    /// <summary>When it could first run; its age is counted from then on.</summary>
    public DateTimeOffset ReadyAt => ReceivedAt + Delay;

    /// <summary>Deliveries of one endpoint and one key run one after the other, in the order of their acceptance; <see langword="null"/> for no order.</summary>
    public string? OrderKey { get; init; }

    /// <summary>The id of the delivery that this one repeats.</summary>
    public long? ReplayOf { get; init; }

    /// <summary>The bytes that it takes of the inbox, roughly.</summary>
    public long Size => Body.Length + (Payload?.Length ?? 0) + Details.Length;
}
