using System.Globalization;
using Hooklatch.Addresses;
using Hooklatch.Bodies;
using Hooklatch.Signing;
using Hooklatch.Signing.Text;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Hosting;

/// <summary>The host's settings, read from the section <c>Hooklatch</c> of its configuration.</summary>
public sealed class HooklatchOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Hooklatch";

    /// <summary>Where the handshake window is read; <see langword="null"/> where code set it.</summary>
    private IConfigurationSection? _section;
    private DateTimeOffset? _handshakeWindow;

    /// <summary>
    /// The scheme, host and path prefix under which senders reach the host, such as <c>https://hooks.example.com</c>. It is shown in the
    /// start-up report (default there: the address that the server listens on), and providers that sign the URL are verified by it. A plugin
    /// may have its own, <c>Plugins:{key}:PublicUrl</c>, and an endpoint its exact URL, <c>Plugins:{key}:PublicUrls:{endpoint}</c>.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>The status for webhooks of a disabled plugin: 404 (default) or 503.</summary>
    public int DisabledStatus { get; set; } = StatusCodes.Status404NotFound;

    /// <summary>
    /// How many bytes of request bodies are held in memory at once, over all endpoints; one endpoint gets at most a quarter. Past it a
    /// delivery is answered 503. Default: 256 MiB.
    /// </summary>
    public long MemoryBudget { get; set; } = BodyBudget.DefaultMemory;

    /// <summary>
    /// How many bytes of request bodies are held in temporary files at once, over all endpoints; one endpoint gets at most a quarter. A body
    /// of more than 1 MiB and 64 KiB lies in a file, and one of more than 64 KiB while less than three quarters of the memory are free.
    /// Default: 4 GiB.
    /// </summary>
    public long DiskBudget { get; set; } = BodyBudget.DefaultDisk;

    /// <summary>The directory for these files. They are unlinked as soon as they are open. Default: the system's.</summary>
    public string SpoolDirectory { get; set; } = Path.GetTempPath();

    /// <summary>
    /// How many deliveries are remembered, over all endpoints, so that a copy of one does not run again. Each takes some 50 bytes of memory.
    /// Default: 100,000.
    /// </summary>
    public int DuplicateCapacity { get; set; } = 100_000;

    /// <summary>How long they are remembered. In the configuration, <c>DuplicateHours</c>. Default: 7 days.</summary>
    public TimeSpan DuplicateLifetime { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How long what an <see cref="ISecretSource"/> says of a tenant is kept. In the configuration, <c>SecretCacheSeconds</c>. Default: a minute.
    /// </summary>
    public TimeSpan SecretCacheLifetime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The host's own proxies, as addresses or networks in CIDR notation, separated by spaces or commas: where one of them is at the other end of the
    /// connection, <c>X-Forwarded-For</c> says who the sender is. Default: none, and the header counts for nothing.
    /// </summary>
    public IReadOnlyList<string> TrustedProxies { get; set; } = [];

    /// <summary>
    /// A directory with one file for each secret, as Docker and Kubernetes mount it (<c>/run/secrets</c>): the name is the path of the setting
    /// with <c>__</c> for <c>:</c>, as in <c>Plugins__acme.orders__WebhookSecret</c>. It also takes the secrets that providers send when an
    /// endpoint is set up. Default: none. It must exist when the host starts.
    /// </summary>
    public string? SecretsDirectory { get; set; }

    /// <summary>
    /// Until when a provider may send the secret of an endpoint that has none, as RFC 3339. Default: it may not. In the configuration it is read
    /// with every such request, so that an operator opens and closes it while the host runs; what cannot be read then opens nothing.
    /// </summary>
    public DateTimeOffset? HandshakeWindow
    {
        get => _section is null ? _handshakeWindow : ParseMoment(_section[nameof(HandshakeWindow)] ?? "");
        set => (_section, _handshakeWindow) = (null, value);
    }

    /// <summary>
    /// The directory below which each plugin has one of its own (<see cref="IPluginStorage"/>), named by its key. Default: <c>data</c> in the
    /// directory that the host was started in.
    /// </summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>How long a plugin may take to be initialised, enabled, disabled or shut down, each. Default: 30 seconds.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(30);

    internal string DataDirectoryOf(string plugin) => Path.Combine(Path.GetFullPath(DataDirectory), plugin);

    internal BodyBudget CreateBudget() => new(MemoryBudget, DiskBudget);

    internal static HooklatchOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Section);
        var options = new HooklatchOptions();
        options.PublicUrl = Read(section, nameof(PublicUrl), ParseUrl, "an absolute http or https URL") ?? options.PublicUrl;
        options.DisabledStatus =
            Read(section, nameof(DisabledStatus), text => text is "404" or "503" ? (int?)ParseNumber(text) : null, "404 or 503")
            ?? options.DisabledStatus;
        options.MemoryBudget = Read(section, nameof(MemoryBudget), ParseNumber, "a number of bytes") ?? options.MemoryBudget;
        options.DiskBudget = Read(section, nameof(DiskBudget), ParseNumber, "a number of bytes") ?? options.DiskBudget;
        options.SpoolDirectory = section[nameof(SpoolDirectory)] is { Length: > 0 } directory ? directory : options.SpoolDirectory;
        options.DuplicateCapacity = (int)
            Math.Min(Read(section, nameof(DuplicateCapacity), ParseNumber, "a number") ?? options.DuplicateCapacity, int.MaxValue);
        options.DuplicateLifetime = Read(section, "DuplicateHours", ParseNumber, "a number of hours") is { } hours
            ? TimeSpan.FromHours(Math.Min(hours, 24 * 365))
            : options.DuplicateLifetime;
        options.SecretCacheLifetime = Read(section, "SecretCacheSeconds", ParseNumber, "a number of seconds") is { } seconds
            ? TimeSpan.FromSeconds(Math.Min(seconds, 24 * 3600))
            : options.SecretCacheLifetime;
        options.TrustedProxies = ReadProxies(section.GetSection(nameof(TrustedProxies))) ?? options.TrustedProxies;
        options.SecretsDirectory = section[nameof(SecretsDirectory)] is { Length: > 0 } secrets ? secrets : null;
        // A host does not start with a window that nobody can read.
        Read(section, nameof(HandshakeWindow), ParseMoment, "a date and time with an offset, as RFC 3339 writes it");
        options._section = section;
        options.DataDirectory = section[nameof(DataDirectory)] is { Length: > 0 } data ? data : options.DataDirectory;
        options.StartTimeout = Read(section, nameof(StartTimeout), ParseTime, "a time such as 00:00:30") ?? options.StartTimeout;
        return options;
    }

    /// <summary>One text or an array; a network that cannot be read would silently trust nobody.</summary>
    private static string[]? ReadProxies(IConfigurationSection section)
    {
        string[] networks =
        [
            .. new[] { section }
                .Concat(section.GetChildren())
                .SelectMany(entry =>
                    (entry.Value ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                ),
        ];
        return networks.FirstOrDefault(network => AddressList.Parse(network) is null) is { } wrong
            ? throw new InvalidOperationException($"{section.Path} must hold addresses or networks in CIDR notation; '{wrong}' is neither.")
            : networks;
    }

    private static DateTimeOffset? ParseMoment(string text) => Timestamp.TryParse(text, TimeUnit.Iso8601, out var time) ? time : null;

    private static T? Read<T>(IConfigurationSection section, string key, Func<string, T?> parse, string expected) =>
        section[key] is not { Length: > 0 } text
            ? default
            : parse(text) ?? throw new InvalidOperationException($"{section.Path}:{key} must be {expected}.");

    private static Uri? ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static TimeSpan? ParseTime(string text) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero && time < TimeSpan.FromDays(1)
            ? time
            : null;

    private static long? ParseNumber(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;
}
