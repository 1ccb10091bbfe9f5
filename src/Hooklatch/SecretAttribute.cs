using System.Text.Json.Serialization;

namespace Hooklatch;

/// <summary>
/// Marks a property of a <see cref="PluginConfigAttribute"/> class as a secret: only such a property can be named by
/// <see cref="SignatureAttribute.Secret"/>, it is never logged, and its removal takes effect with the next request.
/// </summary>
/// <remarks>
/// The property is a <c>string</c>, or a <c>string[]</c> for rotation: every entry verifies. A single string may hold several
/// secrets on lines of their own. System.Text.Json writes <c>***</c> in place of its value; a generated <see cref="JsonSerializerContext"/>
/// knows no attribute but its own, so HL0058 asks for <see cref="JsonIgnoreAttribute"/> there.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : JsonConverterAttribute
{
    /// <summary>Gives the converter that writes no secret.</summary>
    /// <param name="typeToConvert">The property's type.</param>
    public override JsonConverter CreateConverter(Type typeToConvert) => new SecretConverter();
}
