using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Services;

/// <summary>How the author's method is called.</summary>
internal sealed record CallModel
{
    /// <summary>The declaring class as a <c>global::</c> name.</summary>
    public required string TypeName { get; init; }

    /// <summary>The method, escaped where it is a keyword.</summary>
    public required string MethodName { get; init; }

    public required bool IsStatic { get; init; }

    /// <summary>The arguments of the constructor; empty for a static method.</summary>
    public required EquatableArray<ServiceModel> Constructor { get; init; }

    /// <summary>How the instance is disposed of after the call.</summary>
    public required DisposalKind Disposal { get; init; }
}

internal enum DisposalKind
{
    None,
    Synchronous,
    Asynchronous,
}
