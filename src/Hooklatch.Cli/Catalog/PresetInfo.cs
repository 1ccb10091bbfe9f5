namespace Hooklatch.Cli.Catalog;

/// <summary>
/// What the attributes of a preset say, as data: the tool finds nothing by reflection. A test compares <c>presets.json</c> with the attributes.
/// </summary>
internal sealed record PresetInfo
{
    /// <summary>Its name: <c>github</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name for people: <c>GitHub</c>.</summary>
    public required string Title { get; init; }

    /// <summary>Where the event is named.</summary>
    public PresetPlace? Event { get; init; }

    /// <summary>Where the body says what happened to the event's subject.</summary>
    public string? ActionPath { get; init; }

    /// <summary>Where the delivery is named.</summary>
    public PresetPlace? DeliveryId { get; init; }

    /// <summary>Headers that are signed and that nothing but a sender fills.</summary>
    public IReadOnlyList<string> SignedHeaders { get; init; } = [];

    /// <summary>Values of the JSON body that are signed one by one.</summary>
    public IReadOnlyList<string> SignedValues { get; init; } = [];

    /// <summary>The status that the provider wants for a delivery that was taken, where it is not any of 200 to 299.</summary>
    public int? WantedStatus { get; init; }

    /// <summary>How many seconds old a signed time may be; 0 where a time is signed and the provider states none.</summary>
    public int? ToleranceSeconds { get; init; }

    /// <summary>The events that are known.</summary>
    public IReadOnlyList<string> Events { get; init; } = [];
}
