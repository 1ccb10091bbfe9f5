using Microsoft.AspNetCore.Http;

namespace Hooklatch;

/// <summary>
/// The host's settings. They are read from the section <c>Hooklatch</c> of its configuration, where each key is the name of its property, and
/// then handed to the delegate of <c>AddHooklatch(options => …)</c>. A value that is not valid stops the host when it starts.
/// </summary>
public sealed class HooklatchOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Hooklatch";

    internal const string DefaultPrefix = "/api/plugin";
    internal const long DefaultMemoryBudget = 256L << 20;
    internal const long DefaultDiskBudget = 4L << 30;

    /// <summary>How the handshake window is read; <see langword="null"/> where code set it.</summary>
    private Func<DateTimeOffset?>? _readHandshakeWindow;
    private DateTimeOffset? _handshakeWindow;

    /// <summary>How the explained endpoints are read; <see langword="null"/> where code set them.</summary>
    private Func<IReadOnlyDictionary<string, DateTimeOffset>>? _readExplained;
    private IReadOnlyDictionary<string, DateTimeOffset> _explained = new Dictionary<string, DateTimeOffset>();

    /// <summary>
    /// The scheme, host and path prefix under which senders reach the host, such as <c>https://hooks.example.com</c>. It is shown in the
    /// start-up report (default there: the address that the server listens on), and providers that sign the URL are verified by it. A plugin
    /// may have its own, <c>Plugins:{key}:PublicUrl</c>, and an endpoint its exact URL, <c>Plugins:{key}:PublicUrls:{endpoint}</c>.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>
    /// What the path of every webhook starts with: it is served at <c>{Prefix}/{author}.{module}/webhook{endpoint}</c>. One or more segments of
    /// letters, digits and <c>-._~</c>, without a slash at the end. Default: <c>/api/plugin</c>. An endpoint may have further paths of the host's
    /// choice, <c>Plugins:{key}:Paths:{endpoint}</c>.
    /// </summary>
    public string Prefix { get; set; } = DefaultPrefix;

    /// <summary>The status for webhooks of a disabled plugin: 404 (default) or 503.</summary>
    public int DisabledStatus { get; set; } = StatusCodes.Status404NotFound;

    /// <summary>
    /// How many bytes of request bodies are held in memory at once, over all endpoints; one endpoint gets at most a quarter. Past it a
    /// delivery is answered 503. Default: 256 MiB.
    /// </summary>
    public long MemoryBudget { get; set; } = DefaultMemoryBudget;

    /// <summary>
    /// How many bytes of request bodies are held in temporary files at once, over all endpoints; one endpoint gets at most a quarter. A body
    /// of more than 1 MiB and 64 KiB lies in a file, and one of more than 64 KiB while less than three quarters of the memory are free.
    /// Default: 4 GiB.
    /// </summary>
    public long DiskBudget { get; set; } = DefaultDiskBudget;

    /// <summary>The directory for these files. They are unlinked as soon as they are open. Default: the system's.</summary>
    public string SpoolDirectory { get; set; } = Path.GetTempPath();

    /// <summary>
    /// How many deliveries are remembered, over all endpoints, so that a copy of one does not run again. Each takes some 50 bytes of memory.
    /// Default: 100,000.
    /// </summary>
    public int MaxDuplicateEntries { get; set; } = 100_000;

    /// <summary>How long a delivery is remembered, at most 365 days. Default: 7 days.</summary>
    public TimeSpan DuplicateRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long what an <c>ISecretSource</c> says of a tenant is kept, at most a day. Default: a minute.</summary>
    public TimeSpan SecretCacheDuration { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The host's own proxies, as addresses or networks in CIDR notation: where one of them is at the other end of the connection,
    /// <c>X-Forwarded-For</c> says who the sender is. In the configuration this is an array, or one text with spaces or commas between the
    /// networks. Default: none, and the header counts for nothing.
    /// </summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>
    /// A directory with one file for each secret, as Docker and Kubernetes mount it (<c>/run/secrets</c>): the name is the path of the setting
    /// with <c>__</c> for <c>:</c>, as in <c>Plugins__acme.orders__WebhookSecret</c>. It also takes the secrets that providers send when an
    /// endpoint is set up. Default: none.
    /// </summary>
    /// <remarks>
    /// The directory becomes a part of the configuration. So it must exist when <c>AddHooklatch()</c> is called, and only the configuration
    /// and the delegate of that call can name it.
    /// </remarks>
    public string? SecretsDirectory { get; set; }

    /// <summary>
    /// Until when a provider may send the secret of an endpoint that has none, as RFC 3339. Default: it may not. In the configuration it is read
    /// with every such request, so that an operator opens and closes it while the host runs; what cannot be read then opens nothing.
    /// </summary>
    public DateTimeOffset? HandshakeWindow
    {
        get => _readHandshakeWindow is { } read ? read() : _handshakeWindow;
        set => (_readHandshakeWindow, _handshakeWindow) = (null, value);
    }

    /// <summary>
    /// The endpoints whose refused deliveries are explained in the log, and until when: the plugin's key and the endpoint as it is declared
    /// (<c>acme.orders/stripe</c>), with a time as RFC 3339 writes it. Default: none. In Development every endpoint is explained. In the configuration
    /// it is read after each change, so that an operator switches it on and off while the host runs; a time that cannot be read then switches
    /// nothing on.
    /// </summary>
    public IReadOnlyDictionary<string, DateTimeOffset> ExplainRefusals
    {
        get => _readExplained is { } read ? read() : _explained;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            (_readExplained, _explained) = (null, new Dictionary<string, DateTimeOffset>(value, StringComparer.OrdinalIgnoreCase));
        }
    }

    /// <summary>
    /// The directory below which each plugin has one of its own (<see cref="IPluginStorage"/>), named by its key. Default: <c>data</c> in the
    /// directory that the host was started in.
    /// </summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>
    /// How long a plugin may take to be initialised, enabled, disabled or shut down, each; at most a day. Default: 30 seconds.
    /// </summary>
    public TimeSpan LifecycleTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// What happens if a plugin needs a service that nothing registers: the host does not start (<see cref="StartupMode.Strict"/>, the default),
    /// or it starts without that plugin (<see cref="StartupMode.Lenient"/>). A value that operators change, such as a secret, never stops the host.
    /// </summary>
    public StartupMode Startup { get; set; }

    internal string DataDirectoryOf(string plugin) => Path.Combine(Path.GetFullPath(DataDirectory), plugin);

    /// <summary>Reads the handshake window anew each time from now on, until code sets it.</summary>
    internal void FollowHandshakeWindow(Func<DateTimeOffset?> read) => _readHandshakeWindow = read;

    /// <summary>Reads the explained endpoints after each change from now on, until code sets them.</summary>
    internal void FollowExplained(Func<IReadOnlyDictionary<string, DateTimeOffset>> read) => _readExplained = read;
}
