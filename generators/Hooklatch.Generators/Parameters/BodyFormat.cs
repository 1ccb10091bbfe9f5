namespace Hooklatch.Generators.Parameters;

/// <summary>A form in which a body is read.</summary>
/// <param name="name">The name for authors.</param>
internal sealed class BodyFormat(string name)
{
    public static readonly BodyFormat Json = new("JSON body");
    public static readonly BodyFormat Form = new("form") { IsDivisible = true };
    public static readonly BodyFormat Stream = new("stream");
    public static readonly BodyFormat Parts = new("parts");

    public string Name => name;

    /// <summary>Whether several parameters may take a part of the body each.</summary>
    public bool IsDivisible { get; private init; }
}
