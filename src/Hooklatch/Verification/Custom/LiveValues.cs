using Hooklatch.Configuration;

namespace Hooklatch.Verification.Custom;

/// <summary>The values at one path of a plugin's configuration: one value, values on lines of their own, or an array. Blank ones are none.</summary>
public sealed class LiveValues
{
    private readonly LiveSecrets<string[]>? _values;

    internal LiveValues(LiveSecrets<string[]>? values) => _values = values;

    /// <summary>The values at this moment. A request reads them once.</summary>
    public IReadOnlyList<string> Current => _values?.Current ?? [];
}
