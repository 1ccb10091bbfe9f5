using Hooklatch.Sessions;

// Where every ASP.NET Core developer looks for it.
#pragma warning disable IDE0130
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds chat sessions to a host of webhooks: <c>builder.AddHooklatch().AddChatSessions()</c>.</summary>
public static class ChatSessionsHooklatchBuilderExtensions
{
    /// <inheritdoc cref="ChatSessionsServiceCollectionExtensions.AddChatSessions"/>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    public static IHooklatchBuilder AddChatSessions(this IHooklatchBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddChatSessions(builder.Configuration);
        return builder;
    }

    /// <inheritdoc cref="ChatSessionsServiceCollectionExtensions.AddChatAdapter(IServiceCollection, IChatAdapter)"/>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    /// <param name="adapter">The adapter.</param>
    public static IHooklatchBuilder AddChatAdapter(this IHooklatchBuilder builder, IChatAdapter adapter)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddChatAdapter(adapter);
        return builder;
    }

    /// <inheritdoc cref="ChatSessionsServiceCollectionExtensions.AddChatAdapter(IServiceCollection, Func{IServiceProvider, IChatAdapter})"/>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    /// <param name="create">Makes the adapter.</param>
    public static IHooklatchBuilder AddChatAdapter(this IHooklatchBuilder builder, Func<IServiceProvider, IChatAdapter> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddChatAdapter(create);
        return builder;
    }

    /// <inheritdoc cref="ChatSessionsServiceCollectionExtensions.AddChatKind"/>
    /// <param name="builder">What <c>AddHooklatch()</c> returned.</param>
    /// <param name="kind">The name of the kind.</param>
    /// <param name="create">Makes an adapter of its settings, at first and when they change.</param>
    public static IHooklatchBuilder AddChatKind(
        this IHooklatchBuilder builder,
        string kind,
        Func<ChatAdapterSettings, IServiceProvider, IChatAdapter> create
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddChatKind(kind, create);
        return builder;
    }
}
