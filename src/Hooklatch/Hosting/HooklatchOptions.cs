using System.Globalization;
using Hooklatch.Bodies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Hosting;

/// <summary>The host's settings, read from the section <c>Hooklatch</c> of its configuration.</summary>
public sealed class HooklatchOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Hooklatch";

    /// <summary>
    /// The scheme, host and path prefix under which senders reach the host, such as <c>https://hooks.example.com</c>. It is shown in the
    /// start-up report. Default: the address that the server listens on.
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
    /// How many bytes of request bodies larger than 64 KiB are held in temporary files at once, over all endpoints; one endpoint gets at most
    /// a quarter. Default: 4 GiB.
    /// </summary>
    public long DiskBudget { get; set; } = BodyBudget.DefaultDisk;

    /// <summary>The directory for these files. They are unlinked as soon as they are open. Default: the system's.</summary>
    public string SpoolDirectory { get; set; } = Path.GetTempPath();

    /// <summary>
    /// The directory below which each plugin has one of its own (<see cref="IPluginStorage"/>), named by its key. Default: <c>data</c> in the
    /// directory that the host was started in.
    /// </summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>How long a plugin may take to be initialised, enabled, disabled or shut down, each. Default: 30 seconds.</summary>
    public TimeSpan StartTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A directory with one file for each secret, as Docker and Kubernetes mount it (<c>/run/secrets</c>): the name is the path of the setting
    /// with <c>__</c> for <c>:</c>, as in <c>Plugins__acme.orders__WebhookSecret</c>. Default: none. It must exist when the host starts.
    /// </summary>
    public string? SecretsDirectory { get; set; }

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
        options.DataDirectory = section[nameof(DataDirectory)] is { Length: > 0 } data ? data : options.DataDirectory;
        options.StartTimeout = Read(section, nameof(StartTimeout), ParseTime, "a time such as 00:00:30") ?? options.StartTimeout;
        options.SecretsDirectory = section[nameof(SecretsDirectory)] is { Length: > 0 } secrets ? secrets : options.SecretsDirectory;
        return options;
    }

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
