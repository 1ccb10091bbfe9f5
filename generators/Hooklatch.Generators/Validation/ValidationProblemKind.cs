namespace Hooklatch.Generators.Validation;

internal enum ValidationProblemKind
{
    /// <summary>The rule, or its message, is found by reflection.</summary>
    NeedsReflection,

    /// <summary>Generated code cannot construct the rule.</summary>
    NotAccessible,

    /// <summary>The rule can say nothing about values of this type.</summary>
    WrongType,

    /// <summary>What the rule is given cannot be meant.</summary>
    MalformedArgument,

    /// <summary>There is no last object to check: a type holds itself with ever larger type arguments.</summary>
    Endless,
}
