using Hooklatch.Addresses;
using Hooklatch.Lifecycle;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hooklatch.Hosting;

/// <summary>
/// Notes the peer of each request before other middleware, where an endpoint accepts deliveries from some addresses only, and in Development, where
/// refusals are explained to whoever sits at the machine. It is the first of the host's filters, and so also before the one that <c>ASPNETCORE_FORWARDEDHEADERS_ENABLED</c> adds.
/// </summary>
internal sealed class PeerFilter(PluginRegistry registry, IOptions<ForwardedHeadersOptions> forwarded, IHostEnvironment? environment = null)
    : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            if (
                environment?.IsDevelopment() is true
                || registry.States.Any(plugin => plugin.Webhooks.Any(webhook => webhook.Addresses is not null))
            )
            {
                var options = forwarded.Value;
                app.Use(following =>
                    http =>
                    {
                        http.Features.Set(ReceivedPeer.Of(http, options));
                        return following(http);
                    }
                );
            }

            next(app);
        };
}
