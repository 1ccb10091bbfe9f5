using Hooklatch.Verification.Keys;
using Microsoft.Extensions.DependencyInjection.Extensions;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets verifiers fetch keys.</summary>
public static class WebhookKeyFetchingServiceCollectionExtensions
{
    /// <summary>
    /// Lets verifiers whose attributes ask for it fetch certificates and keys from their providers: over HTTPS, from hosts that the verifiers
    /// name, without following redirects, at most 64 KiB within 5 seconds. Without this call nothing is ever fetched.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="handler">What sends the requests, such as one for a proxy; it must not follow redirects. Default: the framework's own.</param>
    public static IServiceCollection AddWebhookKeyFetching(this IServiceCollection services, HttpMessageHandler? handler = null)
    {
        services.TryAddSingleton<IKeyFetcher>(provider => new HttpKeyFetcher(
            handler ?? HttpKeyFetcher.CreateHandler(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System
        ));
        return services;
    }
}
