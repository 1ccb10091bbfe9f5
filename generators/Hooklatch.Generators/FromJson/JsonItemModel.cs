namespace Hooklatch.Generators.FromJson;

/// <summary>A value that is read as a whole.</summary>
/// <param name="Type">The type as C# writes it, with its nullability.</param>
/// <param name="NonNullType">The type without its own nullability.</param>
/// <param name="IsNullable">Whether null stands for an absent value.</param>
/// <param name="IsValueType">Whether the type is a value type.</param>
/// <param name="Reader">The runtime type that reads it; empty for an enum, whose reader is emitted.</param>
/// <param name="HandsOutBytes">Whether it is bytes of the payload, unread.</param>
/// <param name="Enum">The names, for an enum.</param>
internal sealed record JsonItemModel(
    string Type,
    string NonNullType,
    bool IsNullable,
    bool IsValueType,
    string Reader,
    bool HandsOutBytes,
    JsonEnumModel? Enum
) : JsonTargetModel(Type, NonNullType, IsNullable, IsValueType, HandsOutBytes);
