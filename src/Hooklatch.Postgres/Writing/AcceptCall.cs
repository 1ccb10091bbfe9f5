using Hooklatch.Postgres.Access;
using Npgsql;

namespace Hooklatch.Postgres.Writing;

/// <summary>The function that stores deliveries, and its arguments: one array for each column.</summary>
internal static class AcceptCall
{
    public const string Function = "accept";

    public const int Arguments = 20;

    /// <param name="command">The call.</param>
    /// <param name="at">What stands for the database's time.</param>
    /// <param name="owner">This start of the host.</param>
    /// <param name="offers">What is to be stored.</param>
    /// <param name="fits">Which of it there is room for.</param>
    /// <param name="isAgain">Whether it lies where the next claim looks in any case.</param>
    /// <param name="isPatient">Whether it waits for a key that somebody else holds.</param>
    public static void Fill(
        NpgsqlCommand command,
        long? at,
        long owner,
        IReadOnlyList<Offer> offers,
        bool[] fits,
        bool isAgain,
        bool isPatient
    ) =>
        command
            .Add(at)
            .Add(owner)
            .Add(Each(offers, offer => offer.Endpoint))
            .Add(Each(offers, offer => offer.Item.ReceivedAt.UtcTicks))
            .Add(Each(offers, offer => offer.Item.Size))
            .Add(Each(offers, offer => offer.Item.Event))
            .Add(Each(offers, offer => offer.Item.EventAction))
            .Add(Each(offers, offer => offer.Item.DeliveryId))
            .Add(Each(offers, offer => offer.Item.Identity.IsEmpty ? null : offer.Item.Identity.ToArray()))
            .Add(Each(offers, offer => offer.Item.OrderKey))
            .Add(Each(offers, offer => offer.Item.Body))
            .Add(Each(offers, offer => offer.Item.Payload))
            .Add(Each(offers, offer => offer.Item.Details))
            .Add(fits)
            .Add(Each(offers, offer => offer.Claim))
            .Add(Each(offers, offer => isAgain || offer.Item.Priority != JobPriority.Normal))
            .Add(Each(offers, offer => Math.Max(0, offer.Item.Delay.Ticks)))
            .Add(Each(offers, offer => (short)offer.Item.Priority))
            .Add(Each(offers, offer => offer.Item.ForgetsIdentity))
            .Add(isPatient);

    private static T[] Each<T>(IReadOnlyList<Offer> offers, Func<Offer, T> of)
    {
        var values = new T[offers.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = of(offers[index]);
        }

        return values;
    }
}
