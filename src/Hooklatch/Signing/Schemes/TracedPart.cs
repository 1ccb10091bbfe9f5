namespace Hooklatch.Signing.Schemes;

/// <summary>A part of a signed text that is explained.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Bytes">Its bytes; none for the body and the secret, which are put in.</param>
/// <param name="Name">Where a value was taken from.</param>
internal sealed record TracedPart(TracedPart.Kinds Kind, byte[] Bytes, string? Name)
{
    internal enum Kinds
    {
        Literal,
        Value,

        /// <summary>A value that was taken from the body; its name is its number.</summary>
        BodyValue,

        Url,
        Payload,
        Body,
        Secret,
    }
}
