using Hooklatch.Console.Answers;
using Hooklatch.Console.Deliveries;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Bulk;

/// <summary>What can be done with many deliveries, and with which of them.</summary>
internal static class BulkActions
{
    public const int DefaultPerSecond = 50;
    public const int MaxPerSecond = 1000;

    private static readonly DeliveryFilter Everything = new();

    /// <summary>Checks a request.</summary>
    /// <exception cref="BadInputException">A part of it cannot be used.</exception>
    public static BulkRequest Check(BulkRequest? request)
    {
        if (request is null)
        {
            throw new BadInputException("The body is missing: it has 'action' and 'filter'.");
        }

        if (request.Action is not (DeliveryActions.Replay or DeliveryActions.Requeue or DeliveryActions.Dismiss or DeliveryActions.Erase))
        {
            throw new BadInputException("'action' is one of: replay, requeue, dismiss, erase.");
        }

        if (request.PerSecond is < 0 or > MaxPerSecond)
        {
            throw new BadInputException($"'perSecond' is a whole number from 1 to {MaxPerSecond}; left out, it is {DefaultPerSecond}.");
        }

        if (request.Expected < 0)
        {
            throw new BadInputException("'expected' is the count of the preview: 0 or more.");
        }

        var filter = FilterReader.Check(request.Filter);
        if (request.Action is DeliveryActions.Erase && filter == Everything)
        {
            throw new BadInputException("'filter' is empty: say what is to be erased.");
        }

        return request with
        {
            Filter = filter,
            PerSecond = request.PerSecond == 0 ? DefaultPerSecond : request.PerSecond,
        };
    }

    /// <summary>Whether the state of a delivery allows the action.</summary>
    public static bool Allows(string action, InboxSummary delivery) =>
        action switch
        {
            DeliveryActions.Requeue => DeliveryActions.CanRequeue(delivery.State),
            DeliveryActions.Dismiss => DeliveryActions.CanDismiss(delivery.State),
            _ => true,
        };

    /// <summary>Acts on one.</summary>
    /// <returns>Whether something was done.</returns>
    public static async ValueTask<bool> ActAsync(IInboxOperations inbox, string action, long id, CancellationToken cancellation)
    {
        try
        {
            return action switch
            {
                DeliveryActions.Replay => (await inbox.ReplayAsync(id, cancellationToken: cancellation)).Kind is InboxReplayKind.Replayed,
                DeliveryActions.Requeue => await inbox.RequeueAsync(id, cancellation),
                DeliveryActions.Dismiss => await inbox.DismissAsync(id, cancellation),
                _ => await inbox.EraseAsync(new InboxErasure { Id = id }, cancellation) > 0,
            };
        }
        catch (InvalidDataException)
        {
            // Damaged, or sealed with a key that is not configured: the others go on.
            return false;
        }
    }
}
