namespace Hooklatch.Signing.Schemes;

/// <summary>
/// Notes the parts of a signed text and where each was taken from, to explain a refusal. A scheme reads a value of the request and appends it at once,
/// so the value that was read last is the one that is appended.
/// </summary>
internal sealed class SignedTextTrace
{
    private readonly List<TracedPart> _parts = [];
    private string? _source;
    private TracedPart.Kinds _kind;

    public IReadOnlyList<TracedPart> Parts => _parts;

    /// <summary>Notes what is read.</summary>
    public void Read(string source, TracedPart.Kinds kind = TracedPart.Kinds.Value) => (_source, _kind) = (source, kind);

    public void AddLiteral(ReadOnlySpan<byte> bytes) => Add(TracedPart.Kinds.Literal, bytes, null);

    /// <summary>Adds the value that was read last.</summary>
    public void AddValue(ReadOnlySpan<byte> bytes) => Add(_kind, bytes, _source);

    public void AddPayload(string field, ReadOnlySpan<byte> bytes) => Add(TracedPart.Kinds.Payload, bytes, $"field {field} of the form");

    public void AddBody() => Add(TracedPart.Kinds.Body, [], null);

    public void AddSecret() => Add(TracedPart.Kinds.Secret, [], null);

    private void Add(TracedPart.Kinds kind, ReadOnlySpan<byte> bytes, string? name) =>
        _parts.Add(new TracedPart(kind, bytes.ToArray(), name));
}
