using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Handlers;

/// <summary>An endpoint whose deliveries go to one of several handlers by their event.</summary>
internal sealed record EventGroupModel
{
    public required string ClassName { get; init; }

    public required string Endpoint { get; init; }

    public required EquatableArray<string> Methods { get; init; }

    public required EndpointModel Settings { get; init; }

    public required EquatableArray<EventRouteModel> Routes { get; init; }
}
