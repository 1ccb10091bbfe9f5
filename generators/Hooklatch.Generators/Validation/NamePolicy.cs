namespace Hooklatch.Generators.Validation;

/// <summary>How the name of a property becomes the sender's; from <see cref="CamelCase"/> on as in <c>JsonKnownNamingPolicy</c>.</summary>
internal enum NamePolicy
{
    AsDeclared,
    CamelCase,
    SnakeCaseLower,
    SnakeCaseUpper,
    KebabCaseLower,
    KebabCaseUpper,
}
