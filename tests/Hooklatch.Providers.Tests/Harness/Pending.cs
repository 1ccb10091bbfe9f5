namespace Hooklatch.Providers.Tests.Harness;

/// <summary>
/// The published deliveries that nothing reads yet. <see cref="PendingTests"/> fails where one of them is read, so that this list can only
/// become shorter.
/// </summary>
internal static class Pending
{
    /// <summary>Providers with an endpoint that does not take the deliveries signed with a private key.</summary>
    public static readonly string[] PublicKeys = ["standard-webhooks", "svix"];

    public static bool Includes(Vector vector) => PublicKeys.Contains(vector.Provider) && vector.PublicKey is not null;
}
