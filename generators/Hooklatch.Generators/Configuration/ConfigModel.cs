using Hooklatch.Generators.Common;
using Hooklatch.Generators.Validation;

namespace Hooklatch.Generators.Configuration;

/// <summary>A <c>[PluginConfig]</c> class.</summary>
internal sealed record ConfigModel
{
    /// <summary>As a <c>global::</c> name.</summary>
    public required string TypeName { get; init; }

    /// <summary>The generated binder's class.</summary>
    public required string BinderName { get; init; }

    public required EquatableArray<ConfigPropertyModel> Properties { get; init; }

    /// <summary>What the object must satisfy; <see langword="null"/> for nothing.</summary>
    public required ValidationModel? Validation { get; init; }

    /// <summary>The marks of the class, and of what is in it.</summary>
    public required Marks Marks { get; init; }

    /// <summary>The records whose text would show a secret.</summary>
    public required EquatableArray<MaskedTypeModel> Masked { get; init; }
}
