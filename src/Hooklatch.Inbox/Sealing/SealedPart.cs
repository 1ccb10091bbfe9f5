namespace Hooklatch.Inbox.Sealing;

/// <summary>What is sealed of a delivery. The numbers are a part of what is authenticated.</summary>
internal enum SealedPart : byte
{
    Body = 1,
    Payload = 2,
    Details = 3,
}
