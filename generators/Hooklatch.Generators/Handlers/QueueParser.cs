using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Handlers;

/// <summary>Reads what holds for a handler whose deliveries are stored and run after the answer.</summary>
internal static class QueueParser
{
    /// <summary>The defaults of <c>Hooklatch.RetryAttribute</c>; a test holds them equal.</summary>
    public static readonly RetryModel DefaultRetry = new(20, 2, 3600);

    /// <summary>The member <c>Queued</c> of <c>Hooklatch.WebhookMode</c>.</summary>
    public const int Queued = 1;

    public static bool IsQueued(AttributeData webhook) => webhook.Named<int>("Mode") == Queued;

    /// <summary>An attribute that stands on the method, or on its class for all of its handlers.</summary>
    public static AttributeData? Find(IMethodSymbol method, string attribute) =>
        method.Attribute(attribute)
        ?? method.ContainingType.SelfAndBases().Select(type => type.Attribute(attribute)).FirstOrDefault(Exists);

    /// <summary>An attribute that holds for the whole endpoint: it stands where <c>[Webhook]</c> stands.</summary>
    public static AttributeData? FindForEndpoint(IMethodSymbol method, string attribute) =>
        method.Attribute(Names.Webhook) is null && WebhookDeclaration.IsEventHandler(method)
            ? method.ContainingType.SelfAndBases().Select(type => type.Attribute(attribute)).FirstOrDefault(Exists)
            : Find(method, attribute);

    public static RetryModel? RetryOf(IMethodSymbol method) =>
        Find(method, Names.Retry) is { } retry
            ? new RetryModel(
                retry.Named<int>("MaxAttempts") is > 0 and var attempts ? attempts : DefaultRetry.MaxAttempts,
                retry.Named<int>("FirstDelaySeconds") is > 0 and var first ? first : DefaultRetry.FirstDelaySeconds,
                retry.Named<int>("MaxDelaySeconds") is > 0 and var most ? most : DefaultRetry.MaxDelaySeconds
            )
            : null;

    private static bool Exists(AttributeData? attribute) => attribute is not null;
}
