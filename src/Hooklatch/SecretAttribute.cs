namespace Hooklatch;

/// <summary>
/// Marks a property of a <see cref="PluginConfigAttribute"/> class as a secret: only such a property can be named by
/// <see cref="SignatureAttribute.Secret"/>, it is never logged, and its removal takes effect with the next request.
/// </summary>
/// <remarks>
/// The property is a <c>string</c>, or a <c>string[]</c> for rotation: every entry verifies. A single string may hold several
/// secrets on lines of their own.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
