namespace Hooklatch.Signing;

/// <summary>States that every scheme of a <see cref="SignatureAttribute"/> class must hold. Without it, one is enough.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequireAllSchemesAttribute : Attribute;
