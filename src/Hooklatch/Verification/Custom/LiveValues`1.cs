using Hooklatch.Configuration;

namespace Hooklatch.Verification.Custom;

/// <summary>The values at one path of a plugin's configuration, made ready for use once per change.</summary>
public sealed class LiveValues<T>
    where T : class
{
    private readonly LiveSecrets<T[]>? _values;

    internal LiveValues(LiveSecrets<T[]>? values) => _values = values;

    /// <summary>The values at this moment. A request reads them once.</summary>
    public IReadOnlyList<T> Current => _values?.Current ?? [];
}
