using System.ComponentModel;

namespace Hooklatch.Binding.Json;

/// <summary>The values that one handler takes from a JSON payload; implemented by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonPayload
{
    /// <summary>Takes the values out of the document.</summary>
    /// <param name="cursor">On the first token of the document; it need not be moved to the last one.</param>
    void Read(ref JsonCursor cursor);
}
