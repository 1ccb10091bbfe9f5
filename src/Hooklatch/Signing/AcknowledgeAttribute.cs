namespace Hooklatch.Signing;

/// <summary>States what a provider demands as the answer to a delivery that was taken: a handler that answers nothing answers this.</summary>
/// <param name="status">The status, 200 to 299.</param>
/// <param name="body">The body.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AcknowledgeAttribute(int status, string body = "") : Attribute
{
    /// <summary>The status.</summary>
    public int Status { get; } = status;

    /// <summary>The body.</summary>
    public string Body { get; } = body;

    /// <summary>The media type of the body. Default: <c>text/plain</c>.</summary>
    public string ContentType { get; set; } = "text/plain";
}
