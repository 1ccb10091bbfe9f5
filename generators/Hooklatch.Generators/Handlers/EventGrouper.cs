using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Handlers;

/// <summary>Puts the handlers together that take the events of one endpoint.</summary>
internal static class EventGrouper
{
    public static EquatableArray<EventGroupModel> Group(EquatableArray<HandlerEntry> entries, CancellationToken cancellation)
    {
        var groups = entries
            .Where(entry => entry.Events.Count > 0)
            .GroupBy(entry => (entry.Endpoint, entry.Methods))
            .Select(group => new EventGroupModel
            {
                ClassName = NameOf(group.Key.Endpoint),
                Endpoint = group.Key.Endpoint,
                Methods = group.Key.Methods,
                // What differs between them is an error, save the size of what they take: that of the largest holds for all.
                Settings = group.First().Settings! with
                {
                    MaxBodySize = LargestOf(group),
                },
                Routes = group
                    .Select(entry => new EventRouteModel($"{entry.FileClass}.{entry.Member}_Handler", entry.Target, entry.Events))
                    .ToEquatableArray(),
            })
            .ToArray();
        cancellation.ThrowIfCancellationRequested();
        var collisions = NameResolver.FindCollisions(groups.Select(group => group.ClassName));
        return groups
            .Select(group =>
                group with
                {
                    ClassName = NameResolver.Unique(group.ClassName, group.Endpoint + string.Concat(group.Methods), collisions),
                }
            )
            .ToEquatableArray();
    }

    private static long LargestOf(IEnumerable<HandlerEntry> entries) =>
        entries.Max(entry => entry.Settings!.MaxBodySize is > 0 and var own ? own : EndpointModel.DefaultMaxBodySize);

    /// <summary>No underscore, so that it is the name of no handler's class.</summary>
    private static string NameOf(string endpoint) => ShortName.Of(NameOfAll(endpoint) + "Events");

    private static string NameOfAll(string endpoint) =>
        string.Concat(
            endpoint
                .Split('/')
                .Select(segment => new string([
                    .. segment.Where(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')),
                ]))
                .Where(segment => segment.Length > 0)
                .Select(
                    (segment, i) =>
                        (i == 0 && char.IsDigit(segment[0]) ? "N" : "") + char.ToUpperInvariant(segment[0]) + segment.Substring(1)
                )
        );
}
