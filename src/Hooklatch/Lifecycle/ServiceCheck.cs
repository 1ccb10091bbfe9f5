using Hooklatch.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hooklatch.Lifecycle;

/// <summary>
/// Checks when the host starts that every service is registered that the plugins' generated code will ask for, and says all that is missing at once.
/// Nothing is built for it: the container is asked what it knows.
/// </summary>
internal sealed partial class ServiceCheck(
    IServiceProvider provider,
    IServiceCollection services,
    IEnumerable<PluginFailure> failures,
    HooklatchOptions options,
    ILogger<ServiceCheck> logger
)
{
    /// <exception cref="InvalidOperationException">Something is missing, and the host must not start.</exception>
    public void Check(IReadOnlyList<PluginState> plugins)
    {
        if (provider.GetService<IServiceProviderIsService>() is not { } registered)
        {
            LogNotChecked(logger);
            return;
        }

        // What a plugin registers that failed, another one may miss through no fault of its own; it is served without.
        var withdrawn = failures.SelectMany(failure => failure.Withdrawn).ToHashSet();
        List<string> all = [];
        foreach (var plugin in plugins.Where(plugin => plugin.BuildError is null))
        {
            var required = new RequiredServices(registered, services);
            plugin.Manifest.RequireServices(required);
            foreach (var (type, users) in required.Unconfigured)
            {
                LogUnconfigured(logger, plugin.Scope.Key, TypeText.Of(type), users);
            }

            foreach (var missing in required.Missing.Where(missing => withdrawn.Contains(missing.Type)))
            {
                LogWithdrawn(logger, plugin.Scope.Key, TypeText.Of(missing.Type), missing.Users);
            }

            string[] lines =
            [
                .. required.Missing.Where(missing => !withdrawn.Contains(missing.Type)).Select(missing => missing.ToString()),
            ];
            if (lines.Length > 0)
            {
                all.AddRange(lines.Select(line => $"{plugin.Scope.Key}: {line}"));
                LeaveOut(plugin, lines);
            }
        }

        if (all.Count > 0 && options.Startup is StartupMode.Strict)
        {
            throw new InvalidOperationException(
                $"The host does not start, because plugins need services that nothing registers:{Lines(all)}{Environment.NewLine}"
                    + "Add them before builder.Build(), or in a [PluginServices] method of the plugin. What another plugin exports needs a reference to that plugin. "
                    + "Hooklatch:Startup = Lenient starts the host without these plugins."
            );
        }
    }

    private void LeaveOut(PluginState plugin, string[] lines)
    {
        plugin.LeaveOut(new InvalidOperationException($"The plugin needs services that nothing registers:{Lines(lines)}"));
        if (options.Startup is StartupMode.Lenient)
        {
            LogMissing(logger, plugin.Scope.Key, Lines(lines));
        }
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"{Environment.NewLine}  {line}"));

    [LoggerMessage(
        EventId = LogEvents.ServicesMissing,
        EventName = nameof(LogEvents.ServicesMissing),
        Level = LogLevel.Error,
        Message = "Plugin {Plugin} is not served, because it needs services that nothing registers:{Services}"
    )]
    private static partial void LogMissing(ILogger logger, string plugin, string services);

    [LoggerMessage(
        EventId = LogEvents.ServiceWithdrawn,
        EventName = nameof(LogEvents.ServiceWithdrawn),
        Level = LogLevel.Error,
        Message = "Plugin {Plugin}: {Service} is needed by {Users}, and the plugin that registers it failed. What needs it answers 500."
    )]
    private static partial void LogWithdrawn(ILogger logger, string plugin, string service, string users);

    [LoggerMessage(
        EventId = LogEvents.OptionsNotConfigured,
        EventName = nameof(LogEvents.OptionsNotConfigured),
        Level = LogLevel.Warning,
        Message = "Plugin {Plugin}: nothing configures the options {Options}, which are needed by {Users}, so that all of their properties have their defaults. Add builder.Services.AddOptions<{Options}>().BindConfiguration(…), or make them the plugin's own with [PluginConfig]."
    )]
    private static partial void LogUnconfigured(ILogger logger, string plugin, string options, string users);

    [LoggerMessage(
        EventId = LogEvents.ServicesNotChecked,
        EventName = nameof(LogEvents.ServicesNotChecked),
        Level = LogLevel.Information,
        Message = "The services that plugins need are not checked: the host's container has no IServiceProviderIsService."
    )]
    private static partial void LogNotChecked(ILogger logger);
}
