using System.Net;

namespace Hooklatch.AotTests.Faults;

/// <summary>What a push was answered.</summary>
internal sealed record PushAnswer(int Number, HttpStatusCode Status, bool HasRetryAfter)
{
    /// <summary>Whether the sender was told to come again.</summary>
    public bool IsPutOff => Status is HttpStatusCode.ServiceUnavailable && HasRetryAfter;

    public bool IsAccepted => Status is HttpStatusCode.Accepted;
}
