using System.Diagnostics;

namespace Hooklatch;

/// <summary>
/// Adds names to the known events of a provider, so that <see cref="OnEventAttribute"/> takes them without a diagnostic:
/// <c>[assembly: KnownEvent(typeof(GitHubSignatureAttribute), "new_event.*")]</c>.
/// </summary>
/// <remarks>
/// The lists of events that attribute classes name (<see cref="Signing.KnownEventsAttribute"/>) age. What is added here holds for the
/// plugin that adds it. It is read at compile time alone: the compiled assembly does not have it, and nothing that runs depends on it.
/// </remarks>
/// <param name="signature">The attribute class that verifies the provider, such as <c>typeof(GitHubSignatureAttribute)</c>.</param>
/// <param name="names">
/// The events as the provider names them; the beginning of names, such as <c>new_event.*</c>; or <c>*</c>, with which every name is known.
/// </param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
[Conditional("HOOKLATCH_KNOWN_EVENTS")]
public sealed class KnownEventAttribute(Type signature, params string[] names) : Attribute
{
    /// <summary>The attribute class.</summary>
    public Type Signature { get; } = signature;

    /// <summary>The events.</summary>
    public IReadOnlyList<string> Names { get; } = names;
}
