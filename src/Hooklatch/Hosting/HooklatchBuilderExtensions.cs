using System.Diagnostics.CodeAnalysis;
using Hooklatch.Verification.Custom;
using Hooklatch.Verification.Keys;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds to a host what verifiers need of it: <c>builder.AddHooklatch().AddWebhookKeyFetching()</c>.</summary>
public static class HooklatchBuilderExtensions
{
    /// <inheritdoc cref="WebhookKeyFetchingServiceCollectionExtensions.AddWebhookKeyFetching"/>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    /// <param name="handler">What sends the requests, such as one for a proxy; it must not follow redirects. Default: the framework's own.</param>
    public static IHooklatchBuilder AddWebhookKeyFetching(this IHooklatchBuilder builder, HttpMessageHandler? handler = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWebhookKeyFetching(handler);
        return builder;
    }

    /// <inheritdoc cref="WebhookSigningKeysServiceCollectionExtensions.AddWebhookSigningKeys{TAttribute, TSource}(IServiceCollection)"/>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    public static IHooklatchBuilder AddWebhookSigningKeys<
        TAttribute,
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSource
    >(this IHooklatchBuilder builder)
        where TAttribute : CodeSignatureAttribute
        where TSource : class, ISigningKeySource
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWebhookSigningKeys<TAttribute, TSource>();
        return builder;
    }

    /// <inheritdoc cref="WebhookSigningKeysServiceCollectionExtensions.AddWebhookSigningKeys{TAttribute}"/>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    /// <param name="create">Builds the source, once.</param>
    public static IHooklatchBuilder AddWebhookSigningKeys<TAttribute>(
        this IHooklatchBuilder builder,
        Func<IServiceProvider, ISigningKeySource> create
    )
        where TAttribute : CodeSignatureAttribute
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddWebhookSigningKeys<TAttribute>(create);
        return builder;
    }
}
