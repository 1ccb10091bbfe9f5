namespace Hooklatch;

/// <summary>
/// Runs the deliveries of a queued endpoint one after the other where a value of their JSON payload is the same, in the order in which they were accepted.
/// A delivery without the value has no order. One that is dead lets the next pass.
/// </summary>
/// <remarks>Providers do not send in order; the order of acceptance is all that can be kept.</remarks>
/// <param name="path">The path of a text or a number, in the language of <see cref="FromJsonAttribute"/>: <c>data.object.customer</c>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class InOrderAttribute(string path) : Attribute
{
    /// <summary>The path.</summary>
    public string Path { get; } = path;
}
