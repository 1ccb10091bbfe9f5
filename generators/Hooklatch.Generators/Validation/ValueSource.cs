namespace Hooklatch.Generators.Validation;

/// <summary>What a validated value was read from, which decides how its properties are known to the sender.</summary>
internal enum ValueSource
{
    /// <summary>A header, a query, a route or a form: properties are known by their own names or by that of <c>[FromForm]</c> and its like.</summary>
    Request,

    /// <summary>A JSON body: properties are known by <c>[JsonPropertyName]</c> or in camel case.</summary>
    Json,
}
