namespace Hooklatch.Console.Access;

/// <summary>Metadata of an endpoint of the API that a caller needs no token for: the one where it signs in.</summary>
internal sealed record OpenToAll;
