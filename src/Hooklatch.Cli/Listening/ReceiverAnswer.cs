namespace Hooklatch.Cli.Listening;

/// <summary>What a receiver answers.</summary>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
internal sealed record ReceiverAnswer(int Status, byte[] Body);
