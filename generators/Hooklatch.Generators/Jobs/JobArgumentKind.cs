namespace Hooklatch.Generators.Jobs;

/// <summary>Where the value of a parameter comes from.</summary>
internal enum JobArgumentKind
{
    Payload,
    Context,
    CancellationToken,
    Service,
}
