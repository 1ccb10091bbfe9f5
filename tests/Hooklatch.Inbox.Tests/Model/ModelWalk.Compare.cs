namespace Hooklatch.Inbox.Tests.Model;

/// <content>What is compared.</content>
internal sealed partial class ModelWalk
{
    private async Task CompareAsync()
    {
        var found = await SearchAllAsync();
        var expected = _model.Rows.AsEnumerable().Reverse().Select(Line).ToArray();
        var actual = found.Select(Line).ToArray();
        if (!expected.SequenceEqual(actual))
        {
            throw new ModelMismatchException(
                $"expected but not there: {string.Join("; ", expected.Except(actual))}. There but not expected: {string.Join("; ", actual.Except(expected))}."
            );
        }

        foreach (var row in found.Where(row => row.State <= InboxState.Suspect))
        {
            RequireEqual(1, Selectors(row, found).Count(isSelected => isSelected), $"How many sweeps select {Line(row)}");
        }

        if (_model.Rows.Find(row => row.Report is not null) is { } reported)
        {
            var report = (await Store.FindAsync(reported.Id, default))?.Report;
            RequireEqual(
                $"{reported.Report}",
                report is { } bytes ? string.Join(' ', bytes.ToArray()) : null,
                $"What {reported.Id} has reported"
            );
        }

        await CompareDepthAsync();
        var pauses = await Store.GetPausesAsync(default);
        Require(_model.Pauses.SetEquals(pauses) && pauses.Count == _model.Pauses.Count, $"Paused are {string.Join(", ", pauses)}.");
    }

    /// <summary>Who takes care of an unfinished delivery, by what the store says of all of them.</summary>
    private bool[] Selectors(InboxSummary row, List<InboxSummary> all)
    {
        var own = _model.Find(row.Id)!;
        var hasHead = all.Exists(other =>
            other.Id != row.Id
            && other.State is InboxState.Ready or InboxState.Leased or InboxState.Delayed or InboxState.Suspect
            && _model.Find(other.Id) is { HasWork: true } head
            && head.IsOfKey(own)
        );
        return
        [
            row.State is InboxState.Ready && !hasHead, // a claim
            row.State is InboxState.Suspect && !hasHead, // a claim of suspects
            row.State is InboxState.Delayed && row.DueAt is not null && !hasHead, // the sweep of what is due
            row.State is InboxState.Waiting && hasHead, // the end of the one before
            row.State is InboxState.Leased && own.Lease is not null && !hasHead, // the end of its claim
        ];
    }

    private async Task CompareDepthAsync()
    {
        var depths = await Store.GetDepthAsync(default);
        foreach (var (plugin, endpoint) in Endpoints)
        {
            var rows = _model.Rows.Where(row => row.IsKept && row.Where == (plugin, endpoint)).ToArray();
            long Count(params InboxState[] states) => rows.Count(row => states.Contains(row.State));
            var expected = new InboxDepth
            {
                Plugin = plugin,
                Endpoint = endpoint,
                Ready = Count(InboxState.Ready, InboxState.Waiting, InboxState.Suspect),
                Leased = Count(InboxState.Leased),
                Delayed = Count(InboxState.Delayed),
                Dead = Count(InboxState.Dead),
                Quarantined = Count(InboxState.Quarantined),
                Bytes = rows.Sum(row => row.Item.Size),
                OldestAt = rows.Where(row => row.State is InboxState.Leased)
                    .Concat(rows.Where(row => row.State is InboxState.Waiting).Take(1))
                    .Concat(rows.Where(row => row.State is InboxState.Suspect).Take(1))
                    .Concat(rows.Where(row => row.State is InboxState.Ready).OrderBy(row => row.Item.RanksAt).Take(1))
                    .Min(row => (DateTimeOffset?)row.Item.ReadyAt),
            };
            var actual = depths.SingleOrDefault(depth => (depth.Plugin, depth.Endpoint) == (plugin, endpoint));
            RequireEqual(expected, actual ?? new() { Plugin = plugin, Endpoint = endpoint }, "The depth");
        }
    }

    private async Task<List<InboxSummary>> SearchAllAsync()
    {
        var found = new List<InboxSummary>();
        for (long? before = null; ; )
        {
            var page = await Store.SearchAsync(new() { Before = before, Size = 20 }, default);
            found.AddRange(page.Deliveries);
            Require(page.Next is null || before is null || page.Next < before, "A page ends where it began.");
            if (page.Next is null)
            {
                return found;
            }

            before = page.Next;
        }
    }

    private static string Line(ModelRow row) =>
        Line(row.Id, row.Where, row.State, row.Attempts, row.Crashes, row.DueAt, row.Item.ReplayOf, row.Item.ReceivedAt);

    private static string Line(InboxSummary row) =>
        Line(row.Id, (row.Plugin, row.Endpoint), row.State, row.Attempts, row.Crashes, row.DueAt, row.ReplayOf, row.ReceivedAt);

    private static string Line(
        long id,
        (string, string) where,
        InboxState state,
        int attempts,
        int crashes,
        DateTimeOffset? dueAt,
        long? replayOf,
        DateTimeOffset receivedAt
    ) =>
        FormattableString.Invariant(
            $"{id} of {where} {state}, attempts {attempts}, crashes {crashes}, due {dueAt:O}, of {replayOf}, at {receivedAt:O}"
        );
}
