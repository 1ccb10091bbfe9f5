using Hooklatch.Testing.Inbox;

namespace Hooklatch.Inbox.Tests.Memory;

/// <summary>Stores that do one thing wrong, each as one may be written by mistake.</summary>
internal static class BrokenInboxes
{
    public static readonly IReadOnlyDictionary<string, Func<MemoryInbox>> All = new Dictionary<string, Func<MemoryInbox>>
    {
        ["recognises no copy"] = () => new RecognisesNoCopy(),
        ["recognises no copy after a restart"] = () => new ForgetsIdentities(),
        ["forgets an identity before its work is over"] = () => new ForgetsIdentityOfWork(),
        ["lets nobody of a key go on"] = () => new LetsNobodyGoOn(),
        ["lets nobody go on behind one that was erased"] = () => new ErasesTheTurn(),
        ["keeps no order"] = () => new KeepsNoOrder(),
        ["counts no attempt"] = () => new CountsNoAttempt(),
        ["counts an attempt that was given back"] = () => new CountsWhatWasGivenBack(),
        ["counts attempts on after a requeue"] = () => new CountsOn(),
        ["gives the same lease twice"] = () => new LeasesTwice(),
        ["lets a stale claim end"] = () => new BelievesStaleClaims(),
        ["tries again at once"] = () => new RetriesAtOnce(),
        ["never tries again"] = () => new NeverRetries(),
        ["leaves leases at a restart"] = () => new LeavesLeases(),
        ["suspects nobody"] = () => new SuspectsNobody(),
        ["clears a suspect that was given back"] = () => new ClearsWhatWasGivenBack(),
        ["runs two suspects at once"] = () => new RunsAllSuspects(),
        ["counts deaths in company"] = () => new CountsDeathsInCompany(),
        ["never quarantines"] = () => new NeverQuarantines(),
        ["holds nothing"] = () => new HoldsNothing(),
        ["forgets pauses at a restart"] = () => new ForgetsPauses(),
        ["lets an endpoint starve"] = () => new Starves(),
        ["counts wrongly after an erasure"] = () => new LosesBytes(),
        ["drops what is dead"] = () => new DropsTheDead(),
        ["waits for no delay"] = () => new WaitsForNoDelay(),
        ["forgets no identity"] = () => new ForgetsNoIdentity(),
        ["tells nobody of what was dismissed"] = () => new TellsNobody(),
        ["lets a dismissed one report"] = () => new BelievesEveryReport(),
        ["runs by age alone"] = () => new RunsByAge(),
    };

    private sealed class RecognisesNoCopy : MemoryInbox
    {
        protected override string? IdentityOf(InboxItem item) => null;
    }

    private sealed class ForgetsIdentities : MemoryInbox
    {
        private int _starts;

        public override void Open(InboxStoreContext context)
        {
            _starts++;
            base.Open(context);
        }

        protected override string? IdentityOf(InboxItem item) => base.IdentityOf(item) is { } identity ? $"{identity} {_starts}" : null;
    }

    private sealed class ForgetsIdentityOfWork : MemoryInbox
    {
        protected override bool IsOver((long Id, DateTimeOffset At) identity, DateTimeOffset tooOld) => identity.At <= tooOld;
    }

    private sealed class LetsNobodyGoOn : MemoryInbox
    {
        protected override void Leave(MemoryEntry entry) { }
    }

    private sealed class ErasesTheTurn : MemoryInbox
    {
        private bool _isErasing;

        public override long Erase(InboxErasure what)
        {
            _isErasing = true;
            var count = base.Erase(what);
            _isErasing = false;
            return count;
        }

        protected override void Leave(MemoryEntry entry)
        {
            if (!_isErasing || entry.State is InboxState.Waiting)
            {
                base.Leave(entry);
            }
        }
    }

    private sealed class KeepsNoOrder : MemoryInbox
    {
        protected override void Enter(MemoryEntry entry) => Move(entry, InboxState.Ready);
    }

    private sealed class CountsNoAttempt : MemoryInbox
    {
        protected override InboxWork Lease(MemoryEntry entry)
        {
            base.Lease(entry);
            entry.Attempts--;
            return entry.Work with { Attempt = entry.Attempts + 1 };
        }
    }

    private sealed class CountsWhatWasGivenBack : MemoryInbox
    {
        protected override void GiveBack(MemoryEntry entry)
        {
            entry.Attempts++;
            base.GiveBack(entry);
        }
    }

    private sealed class CountsOn : MemoryInbox
    {
        protected override void Restart(MemoryEntry entry)
        {
            var attempts = entry.Attempts;
            base.Restart(entry);
            entry.Attempts = attempts;
        }
    }

    private sealed class LeasesTwice : MemoryInbox
    {
        private bool _wasLeased;

        protected override InboxWork Lease(MemoryEntry entry)
        {
            var work = base.Lease(entry);
            _wasLeased = !_wasLeased;
            if (_wasLeased)
            {
                Move(entry, InboxState.Ready);
            }

            return work;
        }
    }

    private sealed class BelievesStaleClaims : MemoryInbox
    {
        protected override MemoryEntry? Held(InboxWork work) => Held(work, hasToken: false);
    }

    private sealed class RetriesAtOnce : MemoryInbox
    {
        protected override void Move(MemoryEntry entry, InboxState state) =>
            base.Move(entry, state is InboxState.Delayed ? InboxState.Ready : state);
    }

    private sealed class NeverRetries : MemoryInbox
    {
        protected override void MakeDueReady() { }
    }

    private sealed class LeavesLeases : MemoryInbox
    {
        protected override void Bury(MemoryEntry entry) { }
    }

    private sealed class SuspectsNobody : MemoryInbox
    {
        protected override void Bury(MemoryEntry entry)
        {
            entry.IsStarted = false;
            base.Bury(entry);
        }
    }

    private sealed class ClearsWhatWasGivenBack : MemoryInbox
    {
        protected override void GiveBack(MemoryEntry entry)
        {
            entry.IsSuspect = false;
            base.GiveBack(entry);
        }
    }

    private sealed class RunsAllSuspects : MemoryInbox
    {
        protected override List<long> ChooseSuspect(InboxShare[] shares, int max) =>
            [.. shares.SelectMany(share => EndpointOf(share.Plugin, share.Endpoint).Suspects)];
    }

    private sealed class CountsDeathsInCompany : MemoryInbox
    {
        protected override void Bury(MemoryEntry entry)
        {
            entry.IsAlone = true;
            base.Bury(entry);
        }
    }

    private sealed class NeverQuarantines : MemoryInbox
    {
        protected override void Bury(MemoryEntry entry)
        {
            entry.DeathsAlone = 0;
            base.Bury(entry);
        }
    }

    private sealed class HoldsNothing : MemoryInbox
    {
        protected override bool IsPaused(string plugin, string endpoint) => false;
    }

    private sealed class ForgetsPauses : MemoryInbox
    {
        public override void Open(InboxStoreContext context)
        {
            foreach (var pause in GetPauses())
            {
                SetPaused(pause, isPaused: false);
            }

            base.Open(context);
        }
    }

    private sealed class Starves : MemoryInbox
    {
        protected override List<long> Deal(InboxShare[] shares, int max) =>
            [
                .. shares
                    .SelectMany(share => EndpointOf(share.Plugin, share.Endpoint).Ready.Take(share.Max))
                    .Take(max)
                    .Select(ready => ready.Id),
            ];
    }

    private sealed class LosesBytes : MemoryInbox
    {
        private long _lost;

        public override long Erase(InboxErasure what)
        {
            var before = base.GetDepth().Sum(depth => depth.Bytes);
            var count = base.Erase(what);
            _lost += before - base.GetDepth().Sum(depth => depth.Bytes);
            return count;
        }

        public override IReadOnlyList<InboxDepth> GetDepth() =>
            [.. base.GetDepth().Select(depth => depth with { Bytes = depth.Bytes + _lost })];
    }

    private sealed class WaitsForNoDelay : MemoryInbox
    {
        protected override void Begin(MemoryEntry entry) => Move(entry, InboxState.Ready);
    }

    private sealed class ForgetsNoIdentity : MemoryInbox
    {
        protected override void ForgetIdentity(MemoryEntry entry) { }
    }

    private sealed class TellsNobody : MemoryInbox
    {
        public override void Open(InboxStoreContext context) => base.Open(context with { Revoked = static (_, _) => { } });
    }

    private sealed class BelievesEveryReport : MemoryInbox
    {
        public override bool Report(InboxWork work, ReadOnlyMemory<byte> report)
        {
            _ = base.Report(work, report);
            return true;
        }
    }

    private sealed class RunsByAge : MemoryInbox
    {
        protected override List<long> Deal(InboxShare[] shares, int max)
        {
            var dealt = base.Deal(shares, max);
            dealt.Sort();
            return dealt;
        }
    }

    private sealed class DropsTheDead : MemoryInbox
    {
        public override bool Sweep(InboxRetention retention)
        {
            foreach (var dead in Search(new() { State = InboxState.Dead, To = Now - retention.MaxAge }).Deliveries)
            {
                Erase(new() { Id = dead.Id });
            }

            return base.Sweep(retention);
        }
    }
}
