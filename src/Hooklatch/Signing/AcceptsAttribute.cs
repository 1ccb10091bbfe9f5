namespace Hooklatch.Signing;

/// <summary>States a media type under which a provider sends its JSON besides <c>application/json</c>, such as <c>text/plain</c>.</summary>
/// <param name="mediaType">The media type without parameters.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AcceptsAttribute(string mediaType) : Attribute
{
    /// <summary>The media type.</summary>
    public string MediaType { get; } = mediaType;
}
