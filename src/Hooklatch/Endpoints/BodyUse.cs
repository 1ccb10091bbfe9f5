using System.ComponentModel;

namespace Hooklatch.Endpoints;

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

    /// <summary>A form, urlencoded or multipart.</summary>
    Form,

    /// <summary>A form with files, which only multipart can carry.</summary>
    Files,

    /// <summary>The parts of a multipart body, while they arrive.</summary>
    Parts,

    /// <summary>The bytes as they are, while they arrive if the verification allows it.</summary>
    Stream,
}
