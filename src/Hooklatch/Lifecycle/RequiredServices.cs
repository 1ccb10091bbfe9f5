using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hooklatch.Lifecycle;

/// <summary>Takes from a manifest what the plugin's generated code asks of dependency injection, and keeps what is missing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RequiredServices
{
    private readonly IServiceProviderIsService _registered;
    private readonly IServiceCollection _services;
    private readonly List<MissingService> _missing = [];
    private readonly List<UnconfiguredOptions> _unconfigured = [];

    internal RequiredServices(IServiceProviderIsService registered, IServiceCollection services) =>
        (_registered, _services) = (registered, services);

    /// <summary>What nothing registers.</summary>
    internal IReadOnlyList<MissingService> Missing => _missing;

    /// <summary>What has nothing but its defaults.</summary>
    internal IReadOnlyList<UnconfiguredOptions> Unconfigured => _unconfigured;

    /// <summary>Adds a service.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="users">The author's classes and methods that take it.</param>
    public void Add<T>(string users)
    {
        if (!_registered.IsService(typeof(T)))
        {
            _missing.Add(new MissingService(typeof(T), Key: null, users));
        }
    }

    /// <summary>Adds a service that is asked for by a key.</summary>
    /// <typeparam name="T">The service.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="users">The author's classes and methods that take it.</param>
    public void AddKeyed<T>(object? key, string users)
    {
        // A container that tells nothing of keys is not asked.
        if (_registered is IServiceProviderIsKeyedService keyed && !keyed.IsKeyedService(typeof(T), key))
        {
            _missing.Add(new MissingService(typeof(T), key, users));
        }
    }

    /// <summary>Adds options: a container has those of every type, and nothing but their defaults where nobody configures them.</summary>
    /// <typeparam name="T">The type of the options.</typeparam>
    /// <param name="users">The author's classes and methods that take them.</param>
    public void AddOptions<T>(string users)
        where T : class
    {
        if (
            !_registered.IsService(typeof(IConfigureOptions<T>))
            && !_registered.IsService(typeof(IPostConfigureOptions<T>))
            && !_services.Any(service => IsOptionsOf<T>(service.ServiceType))
        )
        {
            _unconfigured.Add(new UnconfiguredOptions(typeof(T), users));
        }
    }

    /// <summary>Whether a registration provides the options themselves, such as <c>AddSingleton(Options.Create(…))</c>.</summary>
    private static bool IsOptionsOf<T>(Type service)
        where T : class =>
        service == typeof(IOptions<T>)
        || service == typeof(IOptionsSnapshot<T>)
        || service == typeof(IOptionsMonitor<T>)
        || service == typeof(IOptionsFactory<T>);
}
