using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Jobs;
using Hooklatch.Plugins;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Lifecycle;

/// <summary>
/// One plugin of a running host: whether it is served, and the calls of its lifecycle. What is wanted takes effect for requests at once where it
/// takes something away; the calls follow one after the other, and always end at what was wanted last.
/// </summary>
internal sealed partial class PluginState(PluginManifest manifest, PluginScope scope, PluginEnvironment environment, ILogger logger)
{
    private readonly Lock _lock = new();
    private AsyncServiceScope? _services;
    private IPluginLifecycle? _lifecycle;
    private bool _isEnabled;
    private bool _isWanted;
    private Task _work = Task.CompletedTask;
    private IReadOnlyList<Exception> _routeErrors = [];

    public PluginManifest Manifest => manifest;

    public PluginScope Scope => scope;

    /// <summary>The plugin's webhooks; none where it could not be built.</summary>
    public IReadOnlyList<WebhookEndpoint> Webhooks { get; private set; } = [];

    /// <summary>The methods that run the plugin's jobs; none where it could not be built.</summary>
    public IReadOnlyList<JobHandler> Jobs { get; private set; } = [];

    /// <summary>Why the plugin could not be built, which nothing but another start of the host repairs.</summary>
    public Exception? BuildError { get; private set; }

    /// <summary>Why the plugin is not served although it should be.</summary>
    public Exception? Error { get; private set; }

    public PluginInfo Info
    {
        get
        {
            lock (_lock)
            {
                var status =
                    Error is not null ? PluginStatus.Failed
                    : scope.IsServed ? PluginStatus.Enabled
                    : _isWanted ? PluginStatus.Starting
                    : PluginStatus.Disabled;
                return new PluginInfo(scope.Key, manifest.Name, manifest.Description, status, Error) { RouteErrors = _routeErrors };
            }
        }
    }

    /// <summary>Takes the plugin's webhooks. A plugin that cannot be built is left out with its error shown; the others run.</summary>
    public void Build(Exception? failure)
    {
        try
        {
            var map = new WebhookMap(scope);
            var jobs = new JobMap(scope);
            manifest.MapWebhooks(map);
            manifest.MapJobs(jobs);
            Webhooks = failure is null ? map.ToSortedList() : throw failure;
            Jobs = jobs.Handlers;
        }
#pragma warning disable CA1031 // A plugin's constructor may throw anything.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            BuildError = Error = exception;
            LogDisabled(logger, exception, scope.Key);
        }
    }

    /// <summary>Has the plugin not served until the host starts anew.</summary>
    public void LeaveOut(Exception error)
    {
        lock (_lock)
        {
            BuildError = Error = error;
        }
    }

    /// <summary>Notes that a route is not served.</summary>
    public void AddRouteError(string what, Exception error)
    {
        lock (_lock)
        {
            _routeErrors = [.. _routeErrors, new InvalidOperationException(what, error)];
        }
    }

    /// <summary>Has the plugin served, or not.</summary>
    /// <returns>Completes when its lifecycle has been told; never fails.</returns>
    public Task SetAsync(bool isEnabled) => Decide(isEnabled)();

    /// <summary>Takes down what is wanted, and stops serving at once where that is nothing.</summary>
    /// <returns>Tells the lifecycle, after everything that was decided before. It runs the plugin's own code, so it is called without a lock.</returns>
    public Func<Task> Decide(bool isEnabled)
    {
        lock (_lock)
        {
            _isWanted = isEnabled;
            if (!isEnabled)
            {
                scope.IsServed = false;
                Error = BuildError;
            }

            var (earlier, done) = (_work, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            _work = done.Task;
            return () => ApplyAfterAsync(earlier, done);
        }
    }

    /// <summary>Ends the plugin, once nothing is received any more.</summary>
    public async Task ShutdownAsync(CancellationToken cancellation)
    {
        await SetAsync(false);
        if (_lifecycle is null)
        {
            return;
        }

        await TryAsync("shut down", _lifecycle.ShutdownAsync, cancellation);
        await TryAsync("dispose of", DisposeAsync, cancellation);
    }

    private async Task ApplyAfterAsync(Task earlier, TaskCompletionSource done)
    {
        await earlier;
        await ApplyAsync();
        done.SetResult();
    }

    private async Task ApplyAsync()
    {
        bool isWanted;
        lock (_lock)
        {
            isWanted = _isWanted;
        }

        if (isWanted && BuildError is null && (!_isEnabled || Error is not null))
        {
            await EnableAsync();
        }
        else if (!isWanted && _isEnabled)
        {
            _isEnabled = false;
            LogSwitched(logger, scope.Key, "disabled");
            if (_lifecycle is { } lifecycle)
            {
                await TryAsync("disable", lifecycle.DisabledAsync, CancellationToken.None);
            }
        }
    }

    private async Task EnableAsync()
    {
        var failure = manifest.CreateLifecycle is { } create
            ? await TryAsync("initialise", cancellation => InitializeAsync(create, cancellation), CancellationToken.None)
                ?? await TryAsync("enable", cancellation => _lifecycle!.EnabledAsync(cancellation), CancellationToken.None)
            : null;
        lock (_lock)
        {
            Error = _isWanted ? failure : null;
            _isEnabled = failure is null;
            // Whoever has disabled it meanwhile waits in line to tell it so.
            scope.IsServed = _isEnabled && _isWanted;
        }

        if (failure is null)
        {
            LogSwitched(logger, scope.Key, "enabled");
        }
    }

    private async Task InitializeAsync(Func<IServiceProvider, IPluginLifecycle> create, CancellationToken cancellation)
    {
        if (_lifecycle is not null)
        {
            return;
        }

        var services = environment.Services.CreateAsyncScope();
        try
        {
            var lifecycle = create(services.ServiceProvider);
            await lifecycle.InitializeAsync(cancellation);
            (_lifecycle, _services) = (lifecycle, services);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    private async Task DisposeAsync(CancellationToken cancellation)
    {
        switch (_lifecycle)
        {
            case IAsyncDisposable disposable:
                await disposable.DisposeAsync();
                break;
            case IDisposable disposable:
                disposable.Dispose();
                break;
            default:
                break;
        }

        await _services!.Value.DisposeAsync();
    }

    /// <returns>What went wrong.</returns>
    private async Task<Exception?> TryAsync(string what, Func<CancellationToken, Task> call, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(environment.Options.LifecycleTimeout, environment.Time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            // Waited for no longer than it is given, even where it does not listen.
            await call(ended.Token).WaitAsync(ended.Token);
            return null;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            var late = new TimeoutException($"The plugin took longer than {environment.Options.LifecycleTimeout.TotalSeconds:0} s.");
            LogFailed(logger, late, scope.Key, what);
            return late;
        }
#pragma warning disable CA1031 // The boundary: whatever a plugin throws, it alone fails.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(logger, exception, scope.Key, what);
            return exception;
        }
    }

    [LoggerMessage(
        EventId = LogEvents.PluginDisabled,
        EventName = nameof(LogEvents.PluginDisabled),
        Level = LogLevel.Error,
        Message = "Plugin {Plugin} is disabled: its webhooks could not be built."
    )]
    private static partial void LogDisabled(ILogger logger, Exception exception, string plugin);

    [LoggerMessage(
        EventId = LogEvents.PluginFailed,
        EventName = nameof(LogEvents.PluginFailed),
        Level = LogLevel.Error,
        Message = "Plugin {Plugin} failed: could not {What} it."
    )]
    private static partial void LogFailed(ILogger logger, Exception exception, string plugin, string what);

    [LoggerMessage(
        EventId = LogEvents.PluginSwitched,
        EventName = nameof(LogEvents.PluginSwitched),
        Level = LogLevel.Information,
        Message = "Plugin {Plugin} is {State}."
    )]
    private static partial void LogSwitched(ILogger logger, string plugin, string state);
}
