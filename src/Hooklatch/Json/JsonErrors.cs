namespace Hooklatch.Json;

/// <summary>What senders are told of values that no type of their own describes.</summary>
internal static class JsonErrors
{
    public const string Missing = "A value is missing.";
    public const string Duplicate = "Duplicate property.";
    public const string ExpectedArray = "Expected an array.";
    public const string ExpectedObject = "Expected an object.";

    /// <summary>What is said of a value that has to be there and is not.</summary>
    public static string Required(string path) => $"The JSON value '{path}' is required.";

    /// <summary>What is said of a value that is wrong.</summary>
    public static string Invalid(string path, string reason) => $"The JSON value '{path}' is not valid. {reason}";
}
