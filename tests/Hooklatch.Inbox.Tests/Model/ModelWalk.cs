using Hooklatch.Inbox.Tests.Contract;

namespace Hooklatch.Inbox.Tests.Model;

/// <summary>Does the same to a store and to the model, and compares them after every step.</summary>
internal sealed partial class ModelWalk
{
    public static readonly InboxLimits Limits = new(24, 4000, 0);

    private static readonly (string Plugin, string Endpoint)[] Endpoints = [("tests.one", "/a"), ("tests.one", "/b"), ("tests.two", "/a")];
    private static readonly InboxPause[] Pauses =
    [
        new("tests.one", "/a"),
        new("tests.one", null),
        new("tests.two", "/a"),
        new("tests.two", null),
    ];
    private static readonly string?[] Keys = [null, null, "k", "k", "l"];

    // No walk comes to these moments: every step of time is of whole seconds.
    private static readonly InboxRetention Retention = new(TimeSpan.FromHours(12.5) + Half, 1L << 50, TimeSpan.FromHours(30) + Half);
    private static readonly TimeSpan[] Times =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(61),
        TimeSpan.FromHours(1),
        TimeSpan.FromDays(1),
    ];

    private readonly IStoreFixture _fixture;
    private readonly InboxModel _model = new(Limits);
    private readonly List<InboxWork> _stale = [];
    private readonly List<long> _ids = [];
    private long _lastToken;

    private ModelWalk(IStoreFixture fixture) => _fixture = fixture;

    private static InboxClaim Everything => new([.. Endpoints.Select(where => new InboxShare(where.Plugin, where.Endpoint, 100))], 100);

    private static TimeSpan Half => TimeSpan.FromMilliseconds(500);

    private IInboxStore Store => _fixture.Store;

    /// <summary>Goes all steps, and then lets everything run to its end.</summary>
    /// <returns>What the store did otherwise; null where it did what it must.</returns>
    public static async Task<string?> GoAsync(Func<IStoreFixture> open, IReadOnlyList<ModelStep> steps)
    {
        await using var fixture = open();
        await fixture.OpenAsync(Limits);
        var walk = new ModelWalk(fixture);
        var place = "before the first step";
        try
        {
            for (var index = 0; index < steps.Count; index++)
            {
                place = $"at step {index + 1}, {steps[index]}";
                await walk.StepAsync(steps[index]);
            }

            place = "while everything runs to its end";
            await walk.FinishAsync();
            return null;
        }
        catch (Exception mismatch) when (mismatch is not OperationCanceledException)
        {
            return $"{place}: {(mismatch is ModelMismatchException ? mismatch.Message : mismatch)}";
        }
    }

    private async Task StepAsync(ModelStep step)
    {
        _model.Now = _fixture.Time.GetUtcNow();
        await (
            step.Kind switch
            {
                StepKind.Accept => AcceptAsync(step, claim: false),
                StepKind.AcceptAndClaim => AcceptAsync(step, claim: true),
                StepKind.Record => RecordAsync(step),
                StepKind.Claim => ClaimAsync(Claim(step, onlySuspect: false)),
                StepKind.ClaimSuspect => ClaimAsync(Claim(step, onlySuspect: true)),
                StepKind.Start => StartAsync(step),
                StepKind.End => EndAsync(step),
                StepKind.EndStale => EndStaleAsync(step),
                StepKind.Restart => RestartAsync(),
                StepKind.Die => DieAsync(step),
                StepKind.Replay => ReplayAsync(step),
                StepKind.Requeue => ChangeAsync(step, Store.RequeueAsync, _model.Requeue),
                StepKind.Dismiss => DismissAsync(step),
                StepKind.Report => ReportAsync(step),
                StepKind.Pause => PauseAsync(Pauses[step.A % Pauses.Length], step.B % 2 == 0),
                StepKind.Erase => EraseAsync(step),
                StepKind.Sweep => SweepAsync(),
                _ => PassAsync(Times[step.A % Times.Length]),
            }
        );
        _model.Settle();
        await CompareAsync();
    }

    /// <summary>Lets go what is held and runs what there is, as a worker would. Nothing may be left that nobody selects.</summary>
    private async Task FinishAsync()
    {
        foreach (var pause in Pauses)
        {
            await PauseAsync(pause, isPaused: false);
        }

        for (var rounds = _model.Rows.Count + 10; await AnyOpenAsync(); rounds--)
        {
            Require(rounds > 0, "Some deliveries never come to an end.");
            _model.Now = _fixture.Time.GetUtcNow();
            while (_model.Rows.Find(row => row.Lease is not null) is { } row)
            {
                await EndAsync(row, InboxResult.Done());
                _model.Settle();
            }

            await ClaimAsync(Everything);
            await ClaimAsync(Everything with { OnlySuspect = true });
            if (_model.Rows.Where(row => row.State is InboxState.Delayed).Min(row => row.DueAt) is { } due && due > _model.Now)
            {
                await PassAsync(due - _model.Now);
            }
        }

        await CompareAsync();
    }

    private async Task<bool> AnyOpenAsync() => (await SearchAllAsync()).Exists(row => row.State <= InboxState.Suspect);

    private static void Require(bool condition, string message)
    {
        if (!condition)
        {
            throw new ModelMismatchException(message);
        }
    }

    private static void RequireEqual<T>(T expected, T actual, string what) =>
        Require(EqualityComparer<T>.Default.Equals(expected, actual), $"{what}: expected {expected}, was {actual}");
}
