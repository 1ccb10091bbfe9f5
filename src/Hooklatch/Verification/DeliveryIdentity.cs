using System.ComponentModel;

namespace Hooklatch.Verification;

/// <summary>What a provider calls a delivery.</summary>
/// <param name="Event">The event.</param>
/// <param name="Action">What happened to its subject.</param>
/// <param name="Id">The delivery's id.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DeliveryIdentity(string? Event, string? Action, string? Id)
{
    /// <summary>The values of the body on which the answer to a handshake of the provider depends, by their numbers.</summary>
    public string?[] HandshakeValues { get; init; } = [];

    /// <summary>Whether the body repeats a name on the way to one of the values, so that nobody can say which of them is meant.</summary>
    public bool RepeatsName { get; init; }
}
