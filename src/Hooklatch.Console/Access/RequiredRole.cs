namespace Hooklatch.Console.Access;

/// <summary>What an endpoint of the console asks of its caller; metadata of the endpoint, which the gate reads. Without it: <see cref="ConsoleRole.Read"/>.</summary>
/// <param name="Role">The least role.</param>
internal sealed record RequiredRole(ConsoleRole Role);
