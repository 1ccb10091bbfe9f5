using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Validation;

/// <summary>What a parameter's value must satisfy, and the objects in it.</summary>
internal sealed record ValidationModel
{
    /// <summary>The generated method that checks the parameter, unique in its handler.</summary>
    public required string Method { get; init; }

    public required ValidatedValueModel Value { get; init; }

    /// <summary>The types of the objects that are reached from the value, each once.</summary>
    public required EquatableArray<ValidatedTypeModel> Types { get; init; }

    /// <summary>How properties are known to the sender that have no name of their own; a serializer context may state another.</summary>
    public required NamePolicy Policy { get; init; }

    /// <summary>What the files in the value may have together in bytes; <see langword="null"/> where one has no limit.</summary>
    public required long? FileLimit { get; init; }
}
