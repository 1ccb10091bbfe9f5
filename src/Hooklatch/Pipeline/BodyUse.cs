using System.ComponentModel;

namespace Hooklatch.Pipeline;

/// <summary>What a handler's parameters need of the body. It is fixed at compile time, so that nothing a sender says changes the binder.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum BodyUse
{
    /// <summary>Nothing: the body is read only if the verification needs it.</summary>
    None,

    /// <summary>The bytes as they are, of any media type.</summary>
    Raw,

    /// <summary>A JSON document: the media type must be JSON.</summary>
    Json,

    /// <summary>A JSON document or nothing at all.</summary>
    OptionalJson,
}
