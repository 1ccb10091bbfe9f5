namespace Hooklatch;

/// <summary>
/// Makes a method the handler of some events of an endpoint. The endpoint (<see cref="WebhookAttribute"/>) and its verification stand on the
/// class; which method runs is decided by generated code. An event that no method takes is acknowledged and logged at debug.
/// </summary>
/// <remarks>
/// A method takes an event by its name (<c>push</c>), by its name and what happened to its subject (<c>issues.opened</c>, where the
/// scheme says what happened apart from the name), everything that begins with a name (<c>invoice.*</c>), or whatever no other method takes
/// (<c>*</c>). Of several that fit the most specific one runs; two that are equally specific are a compile error.
/// </remarks>
/// <param name="name">The event as the provider names it. Compared exactly.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnEventAttribute(string name) : Attribute
{
    /// <summary>The event.</summary>
    public string Name { get; } = name;
}
