namespace Hooklatch.Signing;

/// <summary>
/// A signature attribute whose requests can be signed, for tests and tools. Where the class states its scheme as attributes and is
/// <c>partial</c>, the generator implements this; a class that verifies in code implements it itself.
/// </summary>
public interface ISignable
{
    /// <summary>Makes what signs requests as the provider does.</summary>
    IRequestSigner CreateSigner();
}
