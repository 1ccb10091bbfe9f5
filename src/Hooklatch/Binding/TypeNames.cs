namespace Hooklatch.Binding;

/// <summary>What a sender calls the types of its values.</summary>
internal static class TypeNames
{
    public static string For(Type type) =>
        Nullable.GetUnderlyingType(type) is { } value ? For(value)
        : type == typeof(bool) ? "boolean"
        : type.IsEnum ? type.Name
        : Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.UInt64 ? "whole number"
        : Type.GetTypeCode(type) is >= TypeCode.Single and <= TypeCode.Decimal ? "number"
        : type.Name;
}
