namespace Hooklatch.Inbox;

/// <summary>What a person changed, with who it was. It holds no body. A text that is longer than it may be is cut.</summary>
public sealed record InboxAuditEntry
{
    /// <summary>The longest <see cref="Who"/> in UTF-16 code units.</summary>
    public const int MaxWhoLength = 128;

    /// <summary>The longest <see cref="Action"/> in UTF-16 code units.</summary>
    public const int MaxActionLength = 64;

    /// <summary>The longest <see cref="Target"/> in UTF-16 code units.</summary>
    public const int MaxTargetLength = 256;

    /// <summary>The longest <see cref="Detail"/> in UTF-16 code units.</summary>
    public const int MaxDetailLength = 1024;

    /// <summary>The longest <see cref="Peer"/> in UTF-16 code units.</summary>
    public const int MaxPeerLength = 128;

    /// <summary>The id in the store, which gives it. Later ones are larger.</summary>
    public long Id { get; init; }

    /// <summary>When it was, in UTC. A store that several hosts share writes its own time.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The name of the token or the user.</summary>
    public required string Who
    {
        get;
        init => field = Cut(value, MaxWhoLength);
    }

    /// <summary>What was done: <c>replay</c>, <c>disable</c>.</summary>
    public required string Action
    {
        get;
        init => field = Cut(value, MaxActionLength);
    }

    /// <summary>To what it was done: <c>acme.shop/stripe</c>, <c>delivery 42</c>.</summary>
    public required string Target
    {
        get;
        init => field = Cut(value, MaxTargetLength);
    }

    /// <summary>More about it.</summary>
    public string? Detail
    {
        get;
        init => field = value is null ? null : Cut(value, MaxDetailLength);
    }

    /// <summary>The address that the person was connected from.</summary>
    public string? Peer
    {
        get;
        init => field = value is null ? null : Cut(value, MaxPeerLength);
    }

    /// <summary>Half of a pair would be read as another character.</summary>
    private static string Cut(string text, int max)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= max ? text : text[..(char.IsHighSurrogate(text[max - 1]) ? max - 1 : max)];
    }
}
