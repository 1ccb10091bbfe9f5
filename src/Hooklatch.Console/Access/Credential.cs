namespace Hooklatch.Console.Access;

/// <summary>What a caller has shown.</summary>
internal enum Credential
{
    /// <summary>A user whom the host's own authentication knows.</summary>
    Host,

    /// <summary>A token in the header <c>Authorization</c>, which no browser adds by itself.</summary>
    Bearer,

    /// <summary>The console's cookie, which a browser adds to every request of its site.</summary>
    Cookie,
}
