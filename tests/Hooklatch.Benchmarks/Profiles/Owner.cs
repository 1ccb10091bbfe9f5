namespace Hooklatch.Benchmarks.Profiles;

/// <summary>Whose code a processor was running.</summary>
internal enum Owner
{
    /// <summary>Network, files, scheduling.</summary>
    Kernel,

    /// <summary>OpenSSL, and the way there.</summary>
    Cryptography,

    /// <summary>System.Text.Json.</summary>
    Json,

    /// <summary>Kestrel, routing, and the rest of ASP.NET Core.</summary>
    AspNetCore,

    /// <summary>The runtime, the base class library and the C library, on nobody's behalf.</summary>
    Runtime,

    /// <summary>This repository's, and the code that it generates.</summary>
    Ours,
}
