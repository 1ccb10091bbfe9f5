namespace Hooklatch.Bodies.Forms;

/// <summary>The kinds of forms that are rejected.</summary>
internal enum FormFailureKind
{
    /// <summary>415: not a form, or a form in another charset than UTF-8.</summary>
    UnsupportedMediaType,

    /// <summary>400: it does not follow its own encoding.</summary>
    Malformed,

    /// <summary>400: one of <see cref="FormLimits"/> is exceeded.</summary>
    LimitExceeded,
}
