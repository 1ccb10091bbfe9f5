using System.Net;

namespace Hooklatch.Console.Access;

/// <summary>Who sent a request to the console.</summary>
/// <param name="Name">The name of the token or of the signed-in user.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Peer">Who was connected.</param>
internal sealed record Caller(string Name, ConsoleRole Role, IPAddress? Peer)
{
    /// <summary>What it has shown.</summary>
    public Credential By { get; init; }

    /// <summary>Whether it may do what a role says.</summary>
    public bool May(ConsoleRole role) => Role >= role;
}
