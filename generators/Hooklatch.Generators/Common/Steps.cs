namespace Hooklatch.Generators.Common;

/// <summary>The names by which tests watch the generator's steps.</summary>
internal static class Steps
{
    public const string Plugin = nameof(Plugin);
    public const string JsonContexts = nameof(JsonContexts);
    public const string Configs = nameof(Configs);
    public const string Handlers = nameof(Handlers);
    public const string Collisions = nameof(Collisions);
    public const string ResolvedHandlers = nameof(ResolvedHandlers);
    public const string ResolvedEventHandlers = nameof(ResolvedEventHandlers);
    public const string HandlerClasses = nameof(HandlerClasses);
    public const string WebhookClasses = nameof(WebhookClasses);
    public const string WebhookFacts = nameof(WebhookFacts);
    public const string Senders = nameof(Senders);
    public const string Signers = nameof(Signers);
    public const string Events = nameof(Events);
    public const string HandlerEntries = nameof(HandlerEntries);
    public const string Parts = nameof(Parts);
    public const string Jobs = nameof(Jobs);
    public const string JobFiles = nameof(JobFiles);
    public const string JobClasses = nameof(JobClasses);
    public const string Link = nameof(Link);
}
