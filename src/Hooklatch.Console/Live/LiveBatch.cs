using Hooklatch.Management;

namespace Hooklatch.Console.Live;

/// <summary>What a look at the store has found since the one before.</summary>
/// <param name="Rows">Deliveries that are new or changed.</param>
/// <param name="Refusals">Refusals that are new.</param>
/// <param name="IsChanged">Whether anything is different, also where a delivery has left what is looked for.</param>
internal sealed record LiveBatch(IReadOnlyList<DeliveryRow> Rows, IReadOnlyList<RefusalRow> Refusals, bool IsChanged);
