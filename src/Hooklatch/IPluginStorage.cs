namespace Hooklatch;

/// <summary>
/// A plugin's own directory, below <see cref="HooklatchOptions.DataDirectory"/>. A handler, and the class that implements
/// <see cref="IPluginLifecycle"/>, takes it as a parameter; elsewhere it is the service with the plugin's key.
/// </summary>
public interface IPluginStorage
{
    /// <summary>The full path of the directory, which is created when it is first asked for.</summary>
    string Directory { get; }

    /// <summary>
    /// The full path of a file, whose directories are created. Each name is one step: what would lead elsewhere, or means something else on
    /// another system, is rejected, so that a name may come from a sender.
    /// </summary>
    /// <param name="names">The directories on the way, and the file.</param>
    /// <exception cref="ArgumentException">There is no name, or one is not safe.</exception>
    string PathOf(params ReadOnlySpan<string> names);
}
