namespace Hooklatch.Management;

/// <summary>What a browser signs in with: a token, or the code of a link. One of the two is set.</summary>
internal sealed record SignIn
{
    /// <summary>A token.</summary>
    public string? Token { get; init; }

    /// <summary>The code of a login link; it works once.</summary>
    public string? Code { get; init; }
}
