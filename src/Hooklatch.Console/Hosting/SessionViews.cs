using Hooklatch.Console.Access;
using Hooklatch.Inbox;
using Hooklatch.Management;
using Microsoft.Extensions.Hosting;

namespace Hooklatch.Console.Hosting;

/// <summary>Tells a caller who it is, and what the console is connected to.</summary>
internal sealed class SessionViews(
    IHostEnvironment environment,
    IPluginRegistry plugins,
    ConsoleStart start,
    TimeProvider time,
    IEnumerable<IInboxStore> stores
)
{
#pragma warning disable RS0030 // Its own assembly, and nothing is searched.
    private static readonly string Version = typeof(SessionViews).Assembly.GetName().Version?.ToString(3) ?? "";
#pragma warning restore RS0030

    public SessionView Of(Caller caller) =>
        new()
        {
            Name = caller.Name,
            Role = caller.Role.Name(),
            CanSignOut = caller.By is Credential.Cookie,
            Environment = environment.EnvironmentName,
            Version = Version,
            StartedAt = start.StartedAt,
            Now = time.GetUtcNow(),
            Store = stores.FirstOrDefault()?.Description,
            ServesPlugins = plugins.Plugins.Count > 0,
        };
}
