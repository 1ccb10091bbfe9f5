namespace Hooklatch;

/// <summary>Makes a class the plugin's configuration, bound from the section <c>Plugins:{author}.{module}</c> by generated code.</summary>
/// <remarks>
/// Handlers take the class as a parameter or constructor parameter and get a snapshot that is consistent for one request; a change of the
/// configuration reaches the next request. For environment variables in shells that reject dots, the section
/// <c>Plugins:{author}:{module}</c> is read as well.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PluginConfigAttribute : Attribute;
