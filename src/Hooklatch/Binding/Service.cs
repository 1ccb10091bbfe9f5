using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Binding;

/// <summary>Obtains the services that generated code passes to a handler's constructor and method.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Service
{
    /// <summary>A service that is registered.</summary>
    public static T Required<T>(IServiceProvider services)
        where T : notnull =>
        services.GetService<T>()
        ?? throw new PluginUnavailableException(
            $"Nothing in this host is registered as '{typeof(T)}': no plugin exports it, no [PluginServices] method and no code of the host adds it."
        );

    /// <summary>A service, or <see langword="null"/> where none is registered or the plugin that exports it is not served.</summary>
    public static T? Optional<T>(IServiceProvider services)
    {
        try
        {
            return services.GetService<T>();
        }
        catch (PluginUnavailableException)
        {
            return default;
        }
    }

    /// <summary>A service that is registered with a key.</summary>
    public static T RequiredKeyed<T>(IServiceProvider services, object? key)
        where T : notnull => services.GetRequiredKeyedService<T>(key);

    /// <summary>A service with a key, or <see langword="null"/> where none is registered.</summary>
    public static T? OptionalKeyed<T>(IServiceProvider services, object? key) => services.GetKeyedService<T>(key);
}
