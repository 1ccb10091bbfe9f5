using Microsoft.AspNetCore.Routing;

namespace Hooklatch.Verification;

/// <summary>Whose secrets an <see cref="ISecretSource"/> is asked for.</summary>
/// <param name="Plugin">The plugin's key.</param>
/// <param name="Endpoint">The endpoint as declared, such as <c>/hooks/{tenant}</c>.</param>
/// <param name="RouteValues">The values of the endpoint's parameters, as the sender wrote them.</param>
public readonly record struct SecretRequest(string Plugin, string Endpoint, RouteValueDictionary RouteValues);
