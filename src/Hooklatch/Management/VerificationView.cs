namespace Hooklatch.Management;

/// <summary>What had verified a delivery, and whether that would verify it today.</summary>
internal sealed record VerificationView
{
    /// <summary>How.</summary>
    public required string Scheme { get; init; }

    /// <summary>Where its secrets are configured.</summary>
    public string? Setting { get; init; }

    /// <summary>Which of them had matched, from 0.</summary>
    public int? SecretIndex { get; init; }

    /// <summary>Whether that one is still configured; <see langword="null"/> where nobody knows.</summary>
    public bool? IsSecretConfigured { get; init; }
}
