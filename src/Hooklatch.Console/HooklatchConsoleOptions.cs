namespace Hooklatch.Console;

/// <summary>
/// Who may use the console, and how. Read from the section <c>Hooklatch:Console</c>, where each key is the name of its property, then handed to the delegate
/// of <c>AddConsole(options => …)</c>. A value that is not valid stops the host when it starts; one that a change of the configuration brings later is
/// logged, and lets nobody in.
/// </summary>
/// <remarks>
/// The configuration is read again after each change. The delegate runs again then, too, so it must set the same each time.
/// </remarks>
public sealed class HooklatchConsoleOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Hooklatch:Console";

    /// <summary>
    /// The tokens by name: <c>Hooklatch:Console:Tokens:{name}:Token</c> and <c>:Role</c> (<c>Read</c>, <c>Bodies</c> or <c>Operate</c>). The name stands in
    /// the audit. Default: none; then the console is off, except in Development, where the host makes one.
    /// </summary>
    public IDictionary<string, ConsoleToken> Tokens { get; } = new Dictionary<string, ConsoleToken>(StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The names by which browsers and scripts may reach the console besides <c>localhost</c>, loopback addresses, the host of <c>Hooklatch:PublicUrl</c>
    /// and addresses that the server listens on: names or addresses without a port, or <c>*.example.com</c> for every name below one. In the configuration
    /// this is an array, or one text with spaces or commas. Default: none.
    /// </summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>How long a browser stays signed in: 5 minutes to 30 days from its sign-in. Default: 12 hours.</summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How many pages follow what happens at the same time: 1 to 1,000. Default: 20.</summary>
    public int MaxStreams { get; set; } = 20;

    /// <summary>
    /// Behind the host's own authentication: the type of the claim that names the role (<c>read</c>, <c>bodies</c> or <c>operate</c>). Default:
    /// <c>hooklatch_role</c>.
    /// </summary>
    public string RoleClaim { get; set; } = "hooklatch_role";

    /// <summary>Behind the host's own authentication: the role of users who read. Default: <c>hooklatch-read</c>.</summary>
    public string ReadRole { get; set; } = "hooklatch-read";

    /// <summary>Behind the host's own authentication: the role of users who also see bodies. Default: <c>hooklatch-bodies</c>.</summary>
    public string BodiesRole { get; set; } = "hooklatch-bodies";

    /// <summary>Behind the host's own authentication: the role of users who also operate. Default: <c>hooklatch-operate</c>.</summary>
    public string OperateRole { get; set; } = "hooklatch-operate";
}
