using System.Runtime.CompilerServices;

namespace Hooklatch.TestKit.Hosting;

/// <summary>
/// No host of these tests watches its appsettings.json: there is none, and a system has few watchers to give. A test that fails leaves its host
/// behind, and once a few hundred had failed in one process, as they do where mutants are tested, every other failed for want of a watcher.
/// </summary>
internal static class NoFileWatchers
{
#pragma warning disable CA2255 // The kit is no library that anybody ships: it is loaded by the first test that builds a host.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Set() => Environment.SetEnvironmentVariable("DOTNET_hostBuilder__reloadConfigOnChange", "false");
}
