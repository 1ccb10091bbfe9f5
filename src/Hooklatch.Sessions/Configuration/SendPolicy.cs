namespace Hooklatch.Sessions.Configuration;

/// <summary>What holds for an adapter whatever its protocol is.</summary>
/// <param name="Retries">How often a send is tried again.</param>
/// <param name="Timeout">How long a send may take, with all attempts and the time between them.</param>
/// <param name="Channels">The channels that may be sent to; empty for all.</param>
internal sealed record SendPolicy(int Retries, TimeSpan Timeout, IReadOnlyCollection<string> Channels)
{
    /// <summary>Eight seconds: a handler notifies before it answers, and GitHub waits for ten.</summary>
    public static SendPolicy Default { get; } = new(Retries: 3, TimeSpan.FromSeconds(8), Channels: []);

    public static SendPolicy From(ChatAdapterSettings settings) =>
        new(
            settings.Number(nameof(Retries), Default.Retries),
            settings.Duration(nameof(Timeout), Default.Timeout),
            settings.Texts(nameof(Channels))
        );

    public bool Allow(string channel) => Channels.Count == 0 || Channels.Contains(channel, StringComparer.Ordinal);
}
