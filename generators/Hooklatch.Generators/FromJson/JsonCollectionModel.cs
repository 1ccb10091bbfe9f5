namespace Hooklatch.Generators.FromJson;

/// <summary>A collection, read from a JSON array.</summary>
internal sealed record JsonCollectionModel(
    string Type,
    string NonNullType,
    bool IsNullable,
    bool IsValueType,
    JsonCollectionKind Kind,
    JsonTargetModel Element
) : JsonTargetModel(Type, NonNullType, IsNullable, IsValueType, Element.HandsOutBytes);
