using System.Text;

namespace Hooklatch.Inbox.Tests.Model;

/// <content>The steps.</content>
internal sealed partial class ModelWalk
{
    private async Task AcceptAsync(ModelStep step, bool claim)
    {
        var item = Item(step, out var identity);
        var expected = _model.KindOf(item, identity);
        var acceptance = await Store.AcceptAsync(item, claim, default);
        RequireEqual(expected, acceptance.Kind, "What became of a delivery");
        switch (acceptance.Kind)
        {
            case InboxAcceptanceKind.Accepted:
                NoteId(acceptance.Id);
                var row = _model.Add(acceptance.Id, item, identity);
                if (identity is { } number)
                {
                    _model.Identities[number] = (acceptance.Id, _model.Now);
                }

                var isClaimed = claim && row.State is InboxState.Ready && !_model.IsPaused(row.Where);
                RequireEqual(isClaimed, acceptance.Work is not null, "Whether it was claimed at once");
                if (acceptance.Work is { } work)
                {
                    Lease(row, work);
                }

                break;
            case InboxAcceptanceKind.Full:
                RequireEqual(new(InboxAcceptanceKind.Full, 0), acceptance, "What is full");
                break;
            default:
                RequireEqual(new(expected, _model.Identities[identity!.Value].Id), acceptance, "A copy");
                if (acceptance.Kind is InboxAcceptanceKind.Requeued)
                {
                    _model.Requeue(_model.Find(acceptance.Id)!);
                }

                break;
        }
    }

    private async Task RecordAsync(ModelStep step)
    {
        var item = Item(step, out _);
        var result = step.B % 2 == 0 ? InboxResult.Done() : InboxResult.Dead("E", "no", null);
        await Store.RecordAsync(item, result, default);
        var id = (await Store.SearchAsync(new() { Size = 1 }, default)).Deliveries[0].Id;
        NoteId(id);
        _model.Rows.Add(
            new()
            {
                Id = id,
                Item = item,
                HasWork = false,
                State = result.State,
                Attempts = 1,
                FinishedAt = _model.Now,
            }
        );
    }

    private async Task ClaimAsync(InboxClaim claim)
    {
        var expected = _model.Choose(claim);
        var claimed = await Store.ClaimAsync(claim, default);
        RequireEqual(Ids(expected.Select(row => row.Id).Order()), Ids(claimed.Work.Select(work => work.Id).Order()), "What was claimed");
        foreach (var works in claimed.Work.GroupBy(work => (work.Plugin, work.Endpoint)))
        {
            var inOrder = works.Select(work => _model.Find(work.Id)!).OrderBy(row => row.Item.RanksAt).ThenBy(row => row.Id);
            RequireEqual(Ids(inOrder.Select(row => row.Id)), Ids(works.Select(work => work.Id)), "The order within an endpoint");
        }

        foreach (var work in claimed.Work)
        {
            Lease(_model.Find(work.Id)!, work);
        }

        var due = _model.Rows.Where(row => row.State is InboxState.Delayed).Min(row => row.DueAt);
        RequireEqual(due, claimed.NextDueAt, "When the next is due");
        var hasSuspects = _model.Rows.Exists(row =>
            row.State is InboxState.Suspect
            && !_model.IsPaused(row.Where)
            && claim.Shares.Any(share => row.Where == (share.Plugin, share.Endpoint))
        );
        RequireEqual(hasSuspects, claimed.HasSuspects, "Whether there are suspects");
    }

    private async Task StartAsync(ModelStep step)
    {
        if (Choose(_model.Rows.Where(row => row.Lease is not null), step.A) is { } row)
        {
            Require(await Store.MarkStartedAsync(row.Lease!, step.B % 3 != 0, default), $"The claim of {row.Id} was not held.");
            (row.IsStarted, row.IsAlone) = (true, step.B % 3 != 0);
        }
    }

    private async Task EndAsync(ModelStep step)
    {
        if (Choose(_model.Rows.Where(row => row.Lease is not null), step.A) is { } row)
        {
            await EndAsync(row, Result(step));
        }
    }

    private async Task EndAsync(ModelRow row, InboxResult result)
    {
        var work = row.Lease!;
        _stale.Add(work);
        Require(await Store.EndAsync(work, result, default), $"The claim of {row.Id} was not held.");
        _model.End(row, result);
        row.Report = result.Report is { } report ? report.Span[0] : row.Report;
    }

    private async Task EndStaleAsync(ModelStep step)
    {
        if (Choose(_stale, step.A) is { } work)
        {
            Require(!await Store.MarkStartedAsync(work, step.A % 2 == 0, default), $"A stale claim of {work.Id} has begun.");
            Require(!await Store.EndAsync(work, Result(step), default), $"A stale claim of {work.Id} was held.");
        }
    }

    private async Task RestartAsync()
    {
        _stale.AddRange(_model.Rows.Select(row => row.Lease).OfType<InboxWork>());
        await _fixture.RestartAsync();
        _model.Restart();
    }

    private async Task DieAsync(ModelStep step)
    {
        for (var death = 0; death <= step.A % 4; death++)
        {
            await ClaimAsync(Everything with { OnlySuspect = true });
            if (_model.Rows.Find(row => row.Lease is not null) is { } row)
            {
                var isAlone = (step.B >> death) % 4 != 0;
                await Store.MarkStartedAsync(row.Lease!, isAlone, default);
                (row.IsStarted, row.IsAlone) = (true, isAlone);
            }

            await RestartAsync();
            _model.Settle();
        }
    }

    private async Task ReplayAsync(ModelStep step)
    {
        if (ChooseId(step) is { } id)
        {
            var copy = await Store.ReplayAsync(id, default);
            var row = _model.Find(id);
            RequireEqual(row is not null, copy is not null, "Whether there was something to replay");
            if (copy is { } newId)
            {
                NoteId(newId);
                _model.Add(newId, row!.Item with { ReceivedAt = _model.Now, ReplayOf = id, Delay = TimeSpan.Zero });
            }
        }
    }

    private async Task ChangeAsync(ModelStep step, Func<long, CancellationToken, ValueTask<bool>> change, Func<ModelRow, bool> same)
    {
        if (ChooseId(step) is { } id)
        {
            RequireEqual(_model.Find(id) is { } row && same(row), await change(id, default), $"Whether {id} could be changed");
        }
    }

    private async Task PauseAsync(InboxPause pause, bool isPaused)
    {
        await Store.SetPausedAsync(pause, isPaused, default);
        _ = isPaused ? _model.Pauses.Add(pause) : _model.Pauses.Remove(pause);
    }

    private async Task DismissAsync(ModelStep step)
    {
        if (ChooseId(step) is { } id)
        {
            var row = _model.Find(id);
            var lease = row?.Lease;
            var isAside = await Store.DismissAsync(id, default);
            RequireEqual(row is not null && _model.Dismiss(row), isAside, $"Whether {id} could be dismissed");
            if (lease is not null)
            {
                _stale.Add(lease);
                Require(
                    _fixture.Revoked.TryDequeue(out var told) && told == (id, lease.Token),
                    $"Nobody was told that {id} runs no longer."
                );
            }
        }

        Require(_fixture.Revoked.IsEmpty, "Somebody was told of a claim that is held.");
    }

    private async Task ReportAsync(ModelStep step)
    {
        if (step.B % 4 == 0 && Choose(_stale, step.A) is { } work)
        {
            Require(!await Store.ReportAsync(work, new[] { (byte)step.B }, default), $"A stale claim of {work.Id} has reported.");
        }
        else if (Choose(_model.Rows.Where(row => row.Lease is not null), step.A) is { } row)
        {
            Require(await Store.ReportAsync(row.Lease!, new[] { (byte)step.B }, default), $"The claim of {row.Id} was not held.");
            row.Report = (byte)step.B;
        }
    }

    private async Task EraseAsync(ModelStep step)
    {
        var (plugin, endpoint) = Endpoints[step.B % Endpoints.Length];
        var before = _model.Now - TimeSpan.FromHours(2);
        var (what, same) = (step.B % 4) switch
        {
            0 => (
                new InboxErasure
                {
                    Plugin = plugin,
                    Endpoint = endpoint,
                    Before = before,
                },
                (Predicate<ModelRow>)(row => row.Where == (plugin, endpoint) && row.Item.ReceivedAt < before)
            ),
            1 => (new() { DeliveryId = $"d{step.A % 6}" }, row => row.Item.DeliveryId == $"d{step.A % 6}"),
            _ => (new() { Id = ChooseId(step) ?? 1 }, row => row.Id == (ChooseId(step) ?? 1)),
        };
        var running = _model.Rows.Where(row => same(row)).Select(row => row.Lease).OfType<InboxWork>().ToArray();
        _stale.AddRange(running);
        RequireEqual(_model.Erase(same), await Store.EraseAsync(what, default), "How many were erased");
        var told = _fixture.Revoked.ToArray();
        _fixture.Revoked.Clear();
        Require(
            told.Order().SequenceEqual(running.Select(work => (work.Id, work.Token)).Order()),
            $"Of {running.Length} that ran and were erased, {told.Length} were told."
        );
    }

    private async Task SweepAsync()
    {
        for (var rounds = 1000; await Store.SweepAsync(Retention, default); rounds--)
        {
            Require(rounds > 0, "There is always more to drop.");
        }

        _model.Sweep(Retention);
    }

    private Task PassAsync(TimeSpan time)
    {
        _fixture.Time.Advance(time);
        _model.Now = _fixture.Time.GetUtcNow();
        return Task.CompletedTask;
    }

    private void Lease(ModelRow row, InboxWork work)
    {
        var isSuspect = row.State is InboxState.Suspect;
        Require(work.Token > _lastToken || work.Token != row.Lease?.Token, "Two claims have one token.");
        Require(_stale.TrueForAll(old => old.Id != work.Id || old.Token < work.Token), $"The token of {work.Id} did not grow.");
        var expected = new InboxWork
        {
            Id = row.Id,
            Token = work.Token,
            Plugin = row.Item.Plugin,
            Endpoint = row.Item.Endpoint,
            Attempt = row.Attempts + 1,
            Crashes = row.Crashes,
            IsSuspect = isSuspect,
        };
        RequireEqual(expected, work, "A claim");
        _lastToken = work.Token;
        _model.Lease(row, work);
    }

    private void NoteId(long id)
    {
        Require(_ids.TrueForAll(known => known < id), $"The id {id} is not larger than those before.");
        _ids.Add(id);
    }

    private InboxItem Item(ModelStep step, out int? identity)
    {
        var (plugin, endpoint) = Endpoints[step.A % Endpoints.Length];
        identity = step.B % 3 == 0 ? null : step.B / 3 % 8;
        var hash = new byte[16];
        hash[3] = (byte)(identity ?? 0);
        hash[4] = 1;
        return new()
        {
            Plugin = plugin,
            Endpoint = endpoint,
            ReceivedAt = _model.Now,
            Body = Encoding.UTF8.GetBytes(new string('x', step.A % 200)),
            OrderKey = Keys[step.A / 3 % Keys.Length],
            // The provider's id is a part of an identity.
            DeliveryId = identity is { } number ? $"d{number % 6}" : $"d{step.B % 6}",
            Identity = identity is null ? default : hash,
            // Copies differ in nothing.
            ForgetsIdentity = identity % 2 == 1,
            Delay = step.B % 11 == 0 ? TimeSpan.FromSeconds(step.B % 90) : TimeSpan.Zero,
            Priority = (JobPriority)(step.A % 7 % 3 - 1),
            RequeuesDead = step.A % 5 != 0,
        };
    }

    private InboxClaim Claim(ModelStep step, bool onlySuspect)
    {
        var endpoints = Endpoints.Where((_, index) => (step.A >> index & 1) == 0).Select((where, index) => (where, index));
        return new(
            [.. endpoints.Select(each => new InboxShare(each.where.Plugin, each.where.Endpoint, 1 + (step.B >> each.index) % 4))],
            1 + step.B % 5
        )
        {
            OnlySuspect = onlySuspect,
        };
    }

    private InboxResult Result(ModelStep step) =>
        (step.B % 8) switch
        {
            0 or 1 => InboxResult.Released(),
            2 or 3 => InboxResult.Retry(TimeSpan.FromSeconds(step.B % 120), "E", "no", null),
            4 => InboxResult.Dead("E", "no", null),
            5 => InboxResult.Retry(TimeSpan.FromHours(1), "E", "no", null),
            6 => InboxResult.Done(new[] { (byte)step.A }),
            _ => InboxResult.Done(),
        };

    private long? ChooseId(ModelStep step) => _ids.Count == 0 ? null : _ids[step.A % _ids.Count];

    private static T? Choose<T>(IEnumerable<T> from, int number)
        where T : class => from.ToArray() is [_, ..] all ? all[number % all.Length] : null;

    private static string Ids(IEnumerable<long> ids) => $"[{string.Join(", ", ids)}]";
}
