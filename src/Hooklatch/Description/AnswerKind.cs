using System.ComponentModel;

namespace Hooklatch.Description;

/// <summary>What a handler answers with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AnswerKind
{
    /// <summary>No body.</summary>
    Nothing,

    /// <summary><c>text/plain</c>.</summary>
    Text,

    /// <summary>A JSON document.</summary>
    Json,

    /// <summary>Whatever an ASP.NET Core result writes.</summary>
    Result,
}
