namespace Hooklatch.Generators.Verification;

/// <summary>Where a signed timestamp is: in a header, in a field of the signature's header, or in a value of the body.</summary>
/// <param name="Header">The header; <see langword="null"/> for the other places.</param>
/// <param name="Field">The field; <see langword="null"/> for the other places.</param>
/// <param name="BodyValue">The number of the value that the scheme takes from the body; -1 for the other places.</param>
/// <param name="Unit">The member of the runtime's enumeration.</param>
/// <param name="Past">How many seconds it may lie in the past.</param>
/// <param name="Future">How many seconds it may lie in the future.</param>
/// <param name="IsInForm">Whether a field of a form may hold it.</param>
internal sealed record TimestampModel(
    string? Header,
    string? Field,
    int BodyValue,
    string Unit,
    int Past,
    int Future,
    bool IsInForm = false
);
