using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Validation;

/// <summary>Why a rule cannot be applied.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Rule">The rule as the author writes it, such as <c>MaxSize</c>.</param>
/// <param name="Target">The parameter, property or type that carries it.</param>
/// <param name="Message">A clause that completes a diagnostic's sentence.</param>
/// <param name="Location">Where the rule stands.</param>
internal sealed record ValidationProblem(ValidationProblemKind Kind, string Rule, string Target, string Message, Location? Location);
