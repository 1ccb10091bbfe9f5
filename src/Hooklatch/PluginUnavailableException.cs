namespace Hooklatch;

/// <summary>A plugin was asked for something that it exports while it is not served, or that no plugin of the host exports.</summary>
public sealed class PluginUnavailableException : InvalidOperationException
{
    internal PluginUnavailableException(string message)
        : base(message) { }
}
