namespace Hooklatch.Signing;

/// <summary>
/// States that every delivery of a provider is JSON. A handler that takes a form or files under its attribute is then a compile error: it would
/// answer 415 to every delivery. A class that reads values of a JSON body, such as <see cref="EventFromAttribute.JsonPath"/>, need not say it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SendsJsonAttribute : Attribute;
