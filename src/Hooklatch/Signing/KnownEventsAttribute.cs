namespace Hooklatch.Signing;

/// <summary>
/// Says which events a provider sends. The names are the public constants of a class, such as <c>GitHubEvents</c>, so that an editor offers
/// them; a name in <see cref="OnEventAttribute"/> that is none of them is reported at compile time.
/// </summary>
/// <remarks>
/// <para>
/// A constant is an event as the provider names it; an event with what happened to its subject, such as <c>issues.opened</c>, where
/// <see cref="EventFromAttribute.ActionJsonPath"/> is set; or the beginning of names, such as <c>action.*</c>.
/// </para>
/// <para>
/// It decides nothing at run time: a handler gets every event that it names, whether it is known or not. A plugin adds names with
/// <see cref="KnownEventAttribute"/>.
/// </para>
/// </remarks>
/// <param name="names">The class with the constants.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class KnownEventsAttribute(Type names) : Attribute
{
    /// <summary>The class with the constants.</summary>
    public Type Names { get; } = names;
}
