namespace Hooklatch.Signing.Refusals;

/// <summary>What is probably wrong with a delivery whose sender could not be verified.</summary>
public enum RefusalCause
{
    /// <summary>Nothing that was tried fits. For a signature, it was most likely made with another secret or over other bytes.</summary>
    Secret,

    /// <summary>A header, query parameter or value of the body is missing or empty on which the verification rests.</summary>
    Missing,

    /// <summary>One of them stands more than once.</summary>
    Repeated,

    /// <summary>The signature cannot be read in any encoding.</summary>
    Unreadable,

    /// <summary>The signature is right, but written in another encoding, such as base64 in place of hexadecimal.</summary>
    Encoding,

    /// <summary>The signature is right, but something else stands before it, or nothing does.</summary>
    Prefix,

    /// <summary>The signature was made with another hash algorithm.</summary>
    Algorithm,

    /// <summary>The body was parsed and written anew as JSON after it was signed, or before.</summary>
    RewrittenJson,

    /// <summary>A line end at the end of the body was added or removed.</summary>
    TrailingNewline,

    /// <summary>The line ends within the body were changed from LF to CR LF, or the other way round.</summary>
    LineEndings,

    /// <summary>A byte order mark was added or removed.</summary>
    ByteOrderMark,

    /// <summary>No body was signed at all.</summary>
    EmptyBody,

    /// <summary>The secret is the right one, but the sender reads its text in another way, such as without decoding it.</summary>
    SecretReading,

    /// <summary>The signed URL is another one than the configured public URL gives.</summary>
    Url,

    /// <summary>The signature is right, and the signed time is too old or too far in the future.</summary>
    Clock,

    /// <summary>The signed time is written in another unit, such as milliseconds in place of seconds.</summary>
    TimeUnit,

    /// <summary>The signature fits, but a signed value contains what separates it from the next, so that the text proves nothing.</summary>
    Ambiguous,

    /// <summary>No key is configured that can be read.</summary>
    NoSecret,

    /// <summary>There is nothing to compare: the signature is checked by code of its own, or the signature fits and something else was wrong.</summary>
    Unknown,

    /// <summary>The body was compressed after it was signed.</summary>
    Compressed,

    /// <summary>The signature is right, but stands in another header than the one that the scheme reads.</summary>
    OtherHeader,
}
