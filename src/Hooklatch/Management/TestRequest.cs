namespace Hooklatch.Management;

/// <summary>A test that is sent to a webhook: the sample of its provider, signed with the configured secret.</summary>
internal sealed record TestRequest
{
    /// <summary>The plugin's key.</summary>
    public required string Plugin { get; init; }

    /// <summary>The endpoint as declared.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The event; <see langword="null"/> for the first that a handler takes.</summary>
    public string? Event { get; init; }

    /// <summary>The body; <see langword="null"/> for the provider's sample.</summary>
    public string? Body { get; init; }

    /// <summary>Whether the handler runs. Otherwise the test ends once it is verified and bound.</summary>
    public bool RunsHandler { get; init; }

    /// <summary>Whether a person has confirmed that the handler takes it for real; needed outside of Development.</summary>
    public bool IsConfirmed { get; init; }
}
