namespace Hooklatch.Hosting;

/// <summary>Where the console of this host is opened. A host without a console has no such service.</summary>
internal interface IConsoleAddress
{
    /// <summary>The address for a browser; <see langword="null"/> while there is none.</summary>
    string? Address { get; }
}
