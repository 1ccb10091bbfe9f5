namespace Hooklatch.Hosting;

/// <summary>Where a person finds the console of this host, for the report at the start. The package of the console registers it.</summary>
internal interface IConsoleAddress
{
    /// <summary>
    /// The full URL of the page; <see langword="null"/> where the console is off or not mapped, or before the server listens. In Development it holds a
    /// code that signs in once: each call makes a new one, after which the one before no longer works. So it is for a person and kept nowhere.
    /// </summary>
    string? Address { get; }
}
