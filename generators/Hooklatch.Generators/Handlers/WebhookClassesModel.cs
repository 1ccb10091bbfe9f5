using Hooklatch.Generators.Common;
using Hooklatch.Generators.Services;

namespace Hooklatch.Generators.Handlers;

/// <summary>What the manifest says of webhooks: an edit of anything else leaves the manifest alone.</summary>
/// <param name="Names">The generated classes that add endpoints, in ordinal order.</param>
/// <param name="HaveQueryTokens">Whether a token may stand in a query, which is then kept out of logs.</param>
/// <param name="Services">What they take of dependency injection.</param>
internal sealed record WebhookClassesModel(EquatableArray<string> Names, bool HaveQueryTokens, EquatableArray<NeededService> Services)
{
    public static WebhookClassesModel Of(EquatableArray<HandlerEntry> entries, EquatableArray<EventGroupModel> groups) =>
        new(
            entries
                .Where(entry => entry.Events.Count == 0)
                .Select(entry => entry.FileClass)
                .Distinct()
                .Concat(groups.Select(group => group.ClassName))
                .OrderBy(name => name, StringComparer.Ordinal)
                .ToEquatableArray(),
            entries.Any(entry => entry.HasQueryToken),
            NeededService.Merge(entries.SelectMany(entry => entry.Services))
        );
}
