namespace Hooklatch.Generators.Validation;

/// <summary>How objects that are checked are reached from a value.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="TypeName">The type of the value as a <c>global::</c> name.</param>
/// <param name="Inner">How they are reached from each item of a collection; <see langword="null"/> for an object.</param>
internal sealed record ReachModel(ReachKind Kind, string TypeName, ReachModel? Inner = null)
{
    /// <summary>The type of the objects.</summary>
    public string ObjectType => Inner?.ObjectType ?? TypeName;
}
