using System.ComponentModel;

namespace Hooklatch.Http;

/// <summary>
/// Collects what is wrong with a request, by parameter, so that one answer tells the sender everything
/// (the <c>errors</c> member of an RFC 9457 problem). The default value takes no notice.
/// </summary>
/// <remarks>Until something is wrong there is nothing to allocate: most requests have no error.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BindingErrors
{
    private readonly IErrorHolder? _holder;
    private readonly Dictionary<string, string[]>? _own;

    /// <summary>Makes an empty collection of its own, for what belongs to no request.</summary>
    public BindingErrors() => _own = new(StringComparer.Ordinal);

    internal BindingErrors(IErrorHolder holder) => _holder = holder;

    /// <summary>Whether nothing was wrong so far.</summary>
    public bool IsEmpty => (_own ?? _holder?.Errors) is not { Count: > 0 };

    /// <summary>The messages by parameter name, as the sender knows it (a header's name, a JSON path, a form field).</summary>
    public IDictionary<string, string[]> ByParameter => Messages ?? [];

    private Dictionary<string, string[]>? Messages => _holder is null ? _own : _holder.Errors ??= new(StringComparer.Ordinal);

    /// <summary>Adds a message for a parameter.</summary>
    /// <param name="parameter">The name by which the sender knows the value.</param>
    /// <param name="message">One sentence that says what is wrong; it never repeats the value itself.</param>
    public void Add(string parameter, string message)
    {
        if (Messages is not { } messages)
        {
            return;
        }

        var earlier = messages.TryGetValue(parameter, out var said) ? said : [];
        // Two parameters may be bound to one value; its sender is told once.
        messages[parameter] = earlier.Contains(message) ? earlier : [.. earlier, message];
    }
}
