using System.ComponentModel;
using Hooklatch.Validation;

namespace Hooklatch.Configuration;

/// <summary>What generated code knows of a <see cref="PluginConfigAttribute"/> class: how to read one, what it must satisfy, which are secrets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PluginConfigBinder<T>
    where T : class
{
    /// <summary>Reads the object.</summary>
    public abstract T Bind(ConfigReader reader);

    /// <summary>Checks an object that could be read in full.</summary>
    public virtual void Validate(RuleScope rules, T config) { }

    /// <summary>The last good object with the secrets that are configured now, for a change that is rejected as a whole.</summary>
    public virtual T WithSecrets(ConfigReader reader, T last) => last;
}
