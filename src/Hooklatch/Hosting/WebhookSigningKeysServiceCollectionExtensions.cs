using System.Diagnostics.CodeAnalysis;
using Hooklatch.Verification.Custom;
using Hooklatch.Verification.Keys;
using Microsoft.Extensions.DependencyInjection.Extensions;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets a host tell verifiers the public keys that it asks its providers for.</summary>
public static class WebhookSigningKeysServiceCollectionExtensions
{
    /// <summary>
    /// Registers who knows the keys of a provider: <c>AddWebhookSigningKeys&lt;PlaidSignatureAttribute, PlaidKeys&gt;()</c>. It is asked for the
    /// endpoints whose attribute names no <see cref="Hooklatch.SignatureAttribute.PublicKey"/>. Of two registrations for a provider the first
    /// counts.
    /// </summary>
    /// <typeparam name="TAttribute">The attribute of the provider: Plaid's, Circle's, eBay's or FusionAuth's.</typeparam>
    /// <typeparam name="TSource">The source, which is built once, with services of the host.</typeparam>
    /// <param name="services">The host's services.</param>
    public static IServiceCollection AddWebhookSigningKeys<
        TAttribute,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource
    >(this IServiceCollection services)
        where TAttribute : CodeSignatureAttribute
        where TSource : class, ISigningKeySource
    {
        services.TryAddKeyedSingleton<ISigningKeySource, TSource>(typeof(TAttribute));
        return services;
    }

    /// <inheritdoc cref="AddWebhookSigningKeys{TAttribute, TSource}(IServiceCollection)"/>
    /// <param name="services">The host's services.</param>
    /// <param name="create">Builds the source, once.</param>
    public static IServiceCollection AddWebhookSigningKeys<TAttribute>(
        this IServiceCollection services,
        Func<IServiceProvider, ISigningKeySource> create
    )
        where TAttribute : CodeSignatureAttribute
    {
        ArgumentNullException.ThrowIfNull(create);
        services.TryAddKeyedSingleton(typeof(TAttribute), (provider, _) => create(provider));
        return services;
    }
}
