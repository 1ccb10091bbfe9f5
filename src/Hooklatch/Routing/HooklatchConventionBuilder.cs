using Hooklatch.Plugins;
using Microsoft.AspNetCore.Builder;

namespace Hooklatch.Routing;

/// <summary>Takes conventions, such as <c>RequireHost</c> or <c>RequireRateLimiting</c>, for the endpoints of every plugin or of one.</summary>
public sealed class HooklatchConventionBuilder : IEndpointConventionBuilder
{
    private readonly IReadOnlyList<IEndpointConventionBuilder> _builders;
    private readonly IReadOnlyCollection<string> _plugins;

    internal HooklatchConventionBuilder(IReadOnlyList<IEndpointConventionBuilder> builders, IReadOnlyCollection<string> plugins) =>
        (_builders, _plugins) = (builders, plugins);

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var builder in _builders)
        {
            builder.Add(convention);
        }
    }

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (var builder in _builders)
        {
            builder.Finally(finallyConvention);
        }
    }

    /// <summary>The endpoints of one plugin, its webhooks and its routes.</summary>
    /// <param name="key">The plugin's key, <c>author.module</c>, exactly.</param>
    /// <exception cref="ArgumentException">No plugin of the host has this key.</exception>
    public IEndpointConventionBuilder ForPlugin(string key) =>
        _plugins.Contains(key)
            ? new OfPlugin(this, key)
            : throw new ArgumentException($"No plugin of this host has the key '{key}'.", nameof(key));

    private sealed class OfPlugin(HooklatchConventionBuilder all, string key) : IEndpointConventionBuilder
    {
        public void Add(Action<EndpointBuilder> convention) => all.Add(Narrow(convention));

        public void Finally(Action<EndpointBuilder> finallyConvention) => all.Finally(Narrow(finallyConvention));

        private Action<EndpointBuilder> Narrow(Action<EndpointBuilder> convention) =>
            builder =>
            {
                if (builder.Metadata.OfType<PluginScope>().Any(plugin => plugin.Key == key))
                {
                    convention(builder);
                }
            };
    }
}
