using System.ComponentModel;

namespace Hooklatch.Hosting;

/// <summary>
/// Says what a package adds to every host that references it: a type with a method <c>public static void AddTo(IHooklatchBuilder)</c>, which the generated
/// <c>AddHooklatch()</c> calls. What the host adds by its own code comes after it.
/// </summary>
/// <param name="type">The type; see <see cref="IHostExtension"/>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HostExtensionAttribute(Type type) : Attribute
{
    /// <summary>The type.</summary>
    public Type Type { get; } = type;
}
