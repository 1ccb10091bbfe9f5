namespace Hooklatch;

/// <summary>
/// What a plugin does besides receiving. A plugin has at most one class that implements it; generated code builds one instance with its services
/// and keeps it as long as the host runs. Calls never overlap, and none has to be implemented.
/// </summary>
/// <remarks>
/// What throws is logged and does not touch other plugins: a plugin that cannot be initialised or enabled is not served until it is enabled anew.
/// Each call before serving is given up after <see cref="HooklatchOptions.LifecycleTimeout"/>.
/// </remarks>
public interface IPluginLifecycle
{
    /// <summary>Runs once, before the plugin is served for the first time; for an enabled plugin, before the host listens.</summary>
    Task InitializeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs each time before the plugin is served: the place to start background work.</summary>
    Task EnabledAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Runs each time when the plugin is no longer served: the place to pause background work. Deliveries that were accepted before may still run.
    /// </summary>
    Task DisabledAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs once when the host stops, after the last request, if the plugin was initialised. The instance is disposed of afterwards.</summary>
    Task ShutdownAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
