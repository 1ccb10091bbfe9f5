namespace Hooklatch.Bodies;

/// <summary>Why a body could not be read; the status that each one asks for stands beside it.</summary>
internal enum BodyFailure
{
    /// <summary>It was read.</summary>
    None,

    /// <summary>413: more bytes than the endpoint takes.</summary>
    TooLarge,

    /// <summary>408: the body did not arrive in its time.</summary>
    TooSlow,

    /// <summary>503: the host, or this endpoint's share of it, holds as many bytes as it may.</summary>
    NoBudget,

    /// <summary>503: the spool file could not be written.</summary>
    NoStorage,

    /// <summary>The client went away, or its framing was malformed: <see cref="BodyReadResult.StatusCode"/>.</summary>
    Aborted,
}
