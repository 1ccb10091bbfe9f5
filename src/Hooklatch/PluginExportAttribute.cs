namespace Hooklatch;

/// <summary>
/// Lets other plugins call this class by an interface. A handler of another plugin takes the interface as a parameter; generated code builds the
/// class with its services, once for a request.
/// </summary>
/// <remarks>
/// While the plugin is not served, asking for the interface throws <see cref="PluginUnavailableException"/>, and a parameter that may be
/// <see langword="null"/> is. An interface is exported by one plugin of a host.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PluginExportAttribute : Attribute
{
    /// <summary>Exports the one interface that the class implements.</summary>
    public PluginExportAttribute() { }

    /// <summary>Exports one interface of several.</summary>
    /// <param name="contract">The interface.</param>
    public PluginExportAttribute(Type contract) => Contract = contract;

    /// <summary>The interface; <see langword="null"/> for the only one.</summary>
    public Type? Contract { get; }
}
