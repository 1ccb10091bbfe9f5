namespace Hooklatch.Json;

/// <summary>What senders are told of values that no type of their own describes.</summary>
internal static class JsonErrors
{
    public const string Missing = "Required value is missing.";
    public const string Duplicate = "Duplicate property.";
    public const string ExpectedArray = "Expected an array.";
    public const string ExpectedObject = "Expected an object.";
}
