using Hooklatch.Inbox;

namespace Hooklatch.Console.Deliveries;

/// <summary>What can be done with a delivery, by its state.</summary>
internal static class DeliveryActions
{
    public const string Replay = "replay";
    public const string Requeue = "requeue";
    public const string Dismiss = "dismiss";
    public const string Cancel = "cancel";
    public const string Erase = "erase";

    /// <summary>What can be done now.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="isInline">Whether it was handled while its sender waited, so that there is no work to run again.</param>
    public static IReadOnlyList<string> Of(InboxSummary delivery, bool isInline)
    {
        var actions = new List<string>(4);
        if (!isInline)
        {
            actions.Add(Replay);
            if (CanRequeue(delivery.State))
            {
                actions.Add(Requeue);
            }

            if (CanDismiss(delivery.State))
            {
                actions.Add(CanCancel(delivery) ? Cancel : Dismiss);
            }
        }

        actions.Add(Erase);
        return actions;
    }

    public static bool CanRequeue(InboxState state) =>
        state is InboxState.Dead or InboxState.Quarantined or InboxState.Dismissed or InboxState.Delayed;

    public static bool CanDismiss(InboxState state) => state is not (InboxState.Done or InboxState.Dismissed);

    /// <summary>Whether it is a job that runs, or still will.</summary>
    public static bool CanCancel(InboxSummary delivery) =>
        WorkName.IsJob(delivery.Endpoint)
        && delivery.State is not (InboxState.Done or InboxState.Dead or InboxState.Quarantined or InboxState.Dismissed);
}
