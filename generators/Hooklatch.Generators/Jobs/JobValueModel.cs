namespace Hooklatch.Generators.Jobs;

/// <summary>A type that is stored as JSON.</summary>
/// <param name="TypeName">As a <c>global::</c> name.</param>
/// <param name="AnnotatedTypeName">The same with the annotations inside of it.</param>
/// <param name="JsonContext">The context that covers it, once that is known.</param>
internal sealed record JobValueModel(string TypeName, string AnnotatedTypeName, string? JsonContext = null);
