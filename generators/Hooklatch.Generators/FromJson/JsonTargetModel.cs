namespace Hooklatch.Generators.FromJson;

/// <summary>The type of a parameter, or of the elements of one: a collection or an item that is read as a whole.</summary>
/// <param name="Type">The type as C# writes it, with its nullability.</param>
/// <param name="NonNullType">The type without its own nullability.</param>
/// <param name="IsNullable">Whether null stands for an absent value.</param>
/// <param name="IsValueType">Whether the type is a value type.</param>
/// <param name="HandsOutBytes">Whether the author is handed bytes of the payload, which have to be the author's to keep.</param>
internal abstract record JsonTargetModel(string Type, string NonNullType, bool IsNullable, bool IsValueType, bool HandsOutBytes)
{
    /// <summary>Whether the type is a <see cref="System.Nullable{T}"/>.</summary>
    public bool IsNullableStruct => IsNullable && IsValueType;
}
