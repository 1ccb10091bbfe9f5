using System.ComponentModel;

namespace Hooklatch.Binding;

/// <summary>
/// Collects what is wrong with a request, by parameter, so that one answer tells the sender everything
/// (the <c>errors</c> member of an RFC 9457 problem).
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BindingErrors
{
    private Dictionary<string, string[]>? _byParameter;

    /// <summary>Whether nothing was wrong so far.</summary>
    public bool IsEmpty => _byParameter is null;

    /// <summary>The messages by parameter name, as the sender knows it (a header's name, a JSON path, a form field).</summary>
    public IDictionary<string, string[]> ByParameter => _byParameter ??= new(StringComparer.Ordinal);

    /// <summary>Adds a message for a parameter.</summary>
    /// <param name="parameter">The name by which the sender knows the value.</param>
    /// <param name="message">One sentence that says what is wrong; it never repeats the value itself.</param>
    public void Add(string parameter, string message)
    {
        var earlier = ByParameter.TryGetValue(parameter, out var messages) ? messages : [];
        // Two parameters may be bound to one value; its sender is told once.
        ByParameter[parameter] = earlier.Contains(message) ? earlier : [.. earlier, message];
    }
}
