using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Hosting;

/// <summary>What a package adds to every host that references it; named by <see cref="HostExtensionAttribute"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHostExtension
{
    /// <summary>Adds it, once however often it is called.</summary>
    /// <param name="builder">The host.</param>
    static abstract void AddTo(IHooklatchBuilder builder);
}
