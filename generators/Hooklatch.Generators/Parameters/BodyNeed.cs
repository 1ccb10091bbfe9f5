using System.Collections.Immutable;

namespace Hooklatch.Generators.Parameters;

/// <summary>What a parameter needs of the body.</summary>
/// <param name="use">The member of the runtime's <c>BodyUse</c>.</param>
/// <param name="format">In which form the body is read; <see langword="null"/> for its bytes, whatever they are.</param>
internal sealed class BodyNeed(string use, BodyFormat? format)
{
    /// <summary>Values at paths, each of which says for itself whether it may be missing.</summary>
    public static readonly BodyNeed JsonValues = new("Json", BodyFormat.Json);

    public static readonly BodyNeed Json = new("Json", BodyFormat.Json) { OptionalUse = "OptionalJson" };

    /// <summary>The parts of an upload while they arrive.</summary>
    public static readonly BodyNeed Parts = new("Parts", BodyFormat.Parts);

    public static readonly BodyNeed Files = new("Files", BodyFormat.Form);
    public static readonly BodyNeed Form = new("Form", BodyFormat.Form);
    public static readonly BodyNeed Stream = new("Stream", BodyFormat.Stream);
    public static readonly BodyNeed Raw = new("Raw", format: null);

    /// <summary>All needs; of those that a handler has, the first holds for it.</summary>
    public static ImmutableArray<BodyNeed> ByPrecedence { get; } = [JsonValues, Json, Parts, Files, Form, Stream, Raw];

    public BodyFormat? Format => format;

    private string? OptionalUse { get; init; }

    /// <summary>The member of the runtime's enumeration.</summary>
    public string Use(bool isOptional) => isOptional ? OptionalUse ?? use : use;
}
