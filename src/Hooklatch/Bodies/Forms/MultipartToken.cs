namespace Hooklatch.Bodies.Forms;

/// <summary>What comes next in a multipart body.</summary>
internal enum MultipartToken
{
    /// <summary>Nothing to tell: the scanner goes on with the same window.</summary>
    None,

    /// <summary>The window is too short to tell.</summary>
    NeedMore,

    /// <summary>A part begins; its headers are in <see cref="MultipartScanner.Part"/>.</summary>
    Part,

    /// <summary>The consumed bytes are content of the part.</summary>
    Content,

    /// <summary>The part is complete.</summary>
    PartEnd,

    /// <summary>The closing boundary; whatever follows is an epilogue that nobody reads.</summary>
    End,

    /// <summary>The body is rejected: <see cref="MultipartScanner.Failure"/>.</summary>
    Failed,
}
