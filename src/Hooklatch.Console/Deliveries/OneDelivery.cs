using System.Globalization;
using Hooklatch.Console.Access;
using Hooklatch.Console.Answers;
using Hooklatch.Console.Audit;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Deliveries;

/// <summary>Does something with one delivery, and says what came of it. Nothing is done that was not written into the audit first.</summary>
/// <param name="audit">Keeps what was done.</param>
internal sealed class OneDelivery(AuditLog audit)
{
    public static IReadOnlyList<string> Actions { get; } =
    [DeliveryActions.Replay, DeliveryActions.Requeue, DeliveryActions.Dismiss, DeliveryActions.Cancel, DeliveryActions.Erase];

    /// <returns><see langword="null"/> where the delivery is gone meanwhile.</returns>
    /// <exception cref="ConflictException">Its state does not allow it.</exception>
    public async ValueTask<ActionResult?> ActAsync(
        IInboxOperations inbox,
        string action,
        InboxSummary delivery,
        DeliveryAction wanted,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var id = delivery.Id;
        if (action is DeliveryActions.Cancel && !WorkName.IsJob(delivery.Endpoint))
        {
            throw new ConflictException(Say($"{id} is a delivery and no job: it is dismissed, not cancelled."));
        }

        var target = Say($"delivery {id}");
        await audit.WriteAsync(caller, action, target, delivery.Plugin + WorkName.AfterPlugin(delivery.Endpoint), cancellation);
        // From here on it is done, even if the caller goes away.
        return action switch
        {
            DeliveryActions.Replay => OfReplay(id, await inbox.ReplayAsync(id, wanted.OnlyIfNotDone, CancellationToken.None)),
            DeliveryActions.Requeue => await inbox.RequeueAsync(id, CancellationToken.None)
                ? Done($"{id} is ready to run, with its tries counted anew.")
                : throw await WhyNotAsync(
                    inbox,
                    id,
                    "requeued",
                    "dead, quarantined, dismissed or delayed. Replay it to have it run once more"
                ),
            DeliveryActions.Dismiss => await inbox.DismissAsync(id, CancellationToken.None)
                ? Done($"{id} is put aside. It does not run, until it is requeued.")
                : throw await WhyNotAsync(inbox, id, "dismissed", "not finished and not dismissed yet"),
            DeliveryActions.Cancel => await inbox.DismissAsync(id, CancellationToken.None)
                ? Done($"The job {id} is cancelled. Where it runs, its method is told to stop.")
                : throw await WhyNotAsync(inbox, id, "cancelled", "not finished"),
            _ => await inbox.EraseAsync(new InboxErasure { Id = id }, CancellationToken.None) > 0
                ? Done($"{id} is erased, with all that was known of it.")
                : null,
        };
    }

    private static ActionResult? OfReplay(long id, InboxReplay replay) =>
        replay.Kind switch
        {
            InboxReplayKind.Replayed => new ActionResult
            {
                Done = true,
                Id = replay.Id,
                Message = Say($"{id} runs once more, as {replay.Id}.") + Caveat(replay.Verification),
            },
            InboxReplayKind.NotNeeded => new ActionResult
            {
                Message = Say($"{id} was handled, or still will be, and was to be replayed only where that is not so. Nothing was done."),
            },
            InboxReplayKind.Inline => throw new ConflictException(
                Say(
                    $"The webhook of {id} is inline: what its handler needs besides what is kept is gone. Ask the sender to send it again, or set Mode = WebhookMode.Queued."
                )
            ),
            _ => null,
        };

    private static string Caveat(InboxVerification? verification) =>
        verification?.IsSecretConfigured is false
            ? " The secret that had verified it is no longer configured; it is not verified again."
            : "";

    private static async ValueTask<Exception> WhyNotAsync(IInboxOperations inbox, long id, string done, string where)
    {
        var now = await new DeliverySearch(inbox).FindAsync(id, CancellationToken.None);
        return new ConflictException(
            Say(
                $"{id} is {(now is null ? "gone" : StateNames.Of(now.State))} and cannot be {done}: that is for one that is {where}. One that was handled while its sender waited has no work."
            )
        );
    }

    private static ActionResult Done(FormattableString message) => new() { Done = true, Message = Say(message) };

    private static string Say(FormattableString message) => message.ToString(CultureInfo.InvariantCulture);
}
