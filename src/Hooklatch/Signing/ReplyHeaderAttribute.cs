namespace Hooklatch.Signing;

/// <summary>
/// States a header that every answer of the endpoint has, as a provider demands it that checks who the endpoint belongs to: to deliveries,
/// handshakes and whatever is rejected. It is no secret, since whoever asks is told.
/// </summary>
/// <param name="name">The header.</param>
/// <param name="value">Its value: printable ASCII. Default: what <see cref="ValueProperty"/> leads to.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class ReplyHeaderAttribute(string name, string value = "") : Attribute
{
    /// <summary>The header.</summary>
    public string Name { get; } = name;

    /// <summary>Its value; empty where <see cref="ValueProperty"/> leads to it.</summary>
    public string Value { get; } = value;

    /// <summary>
    /// The property of the attribute itself that names the value's place in the configuration, such as <c>VerifyCode</c>. A use that does not set it
    /// answers without the header, as does one whose setting is empty or no printable ASCII. Default: none.
    /// </summary>
    public string? ValueProperty { get; set; }
}
