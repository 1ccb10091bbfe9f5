using Hooklatch.Console.Answers;
using Hooklatch.Inbox;
using Hooklatch.Management;

namespace Hooklatch.Console.Deliveries;

/// <summary>Reads which deliveries a request asks for, and checks it.</summary>
internal static class FilterReader
{
    /// <summary>The parameters of a filter.</summary>
    public static IReadOnlyList<string> Names { get; } =
    ["plugin", "endpoint", "jobs", "event", "deliveryId", "state", "from", "to", "errorType", "fingerprint"];

    /// <summary>Reads a filter from a query.</summary>
    /// <exception cref="BadInputException">A parameter cannot be used.</exception>
    public static DeliveryFilter Read(QueryText query, params ReadOnlySpan<string> others)
    {
        query.AllowOnly([.. Names, .. others]);
        return Check(
            new DeliveryFilter
            {
                Plugin = query.Text("plugin"),
                Endpoint = query.Text("endpoint"),
                Jobs = query.Flag("jobs"),
                Event = query.Text("event"),
                DeliveryId = query.Text("deliveryId"),
                State = query.Text("state"),
                From = query.Time("from"),
                To = query.Time("to"),
                ErrorType = query.Text("errorType"),
                Fingerprint = query.Text("fingerprint"),
            }
        );
    }

    /// <summary>Checks a filter, from wherever it comes.</summary>
    /// <exception cref="BadInputException">A part of it cannot be used.</exception>
    public static DeliveryFilter Check(DeliveryFilter filter)
    {
        if (filter is { Endpoint: not null, Plugin: null })
        {
            throw new BadInputException("The parameter 'endpoint' is one of a plugin: give 'plugin' as well.");
        }

        if (filter.State is { } state && !StateNames.TryRead(state, out _))
        {
            throw new BadInputException($"The parameter 'state' is one of: {StateNames.All}.");
        }

        if (filter is { From: { } from, To: { } to } && from >= to)
        {
            throw new BadInputException("The parameter 'from' has to be before 'to'.");
        }

        return filter.State is null ? filter : filter with { State = filter.State.ToLowerInvariant() };
    }

    /// <summary>The filter as the store takes it.</summary>
    public static InboxQuery ToQuery(DeliveryFilter filter) =>
        new()
        {
            Plugin = filter.Plugin,
            Endpoint = filter.Endpoint,
            Jobs = filter.Jobs,
            Event = filter.Event,
            DeliveryId = filter.DeliveryId,
            State = filter.State is { } state && StateNames.TryRead(state, out var read) ? read : null,
            From = filter.From,
            To = filter.To,
            ErrorType = filter.ErrorType,
            Fingerprint = filter.Fingerprint,
        };
}
