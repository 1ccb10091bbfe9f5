using System.ComponentModel;
using Hooklatch.Console;
using Hooklatch.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: HostExtension(typeof(HooklatchConsoleExtension))]

namespace Hooklatch.Console;

/// <summary>Adds the console to every host that references the package.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HooklatchConsoleExtension : IHostExtension
{
    private HooklatchConsoleExtension() { }

    /// <inheritdoc/>
    public static void AddTo(IHooklatchBuilder builder) => builder.AddConsole();
}
