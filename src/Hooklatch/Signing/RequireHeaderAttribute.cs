namespace Hooklatch.Signing;

/// <summary>States that a provider sends a header with a fixed value, such as the version of its scheme. Anything else is rejected.</summary>
/// <param name="name">The header. Exactly one is accepted.</param>
/// <param name="value">Its value, compared exactly.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class RequireHeaderAttribute(string name, string value) : Attribute
{
    /// <summary>The header.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public string Value { get; } = value;
}
