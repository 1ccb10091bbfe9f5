using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Validation;

/// <summary>
/// Writes the rules of a handler: each constructed once, a method for each parameter, and one for each type of object that lists its members.
/// </summary>
internal static class ValidationEmitter
{
    /// <summary>The local variable that <see cref="Statement"/> uses, for parsers that hand out names.</summary>
    public const string Scope = "rules";

    public const string Runtime = "global::Hooklatch.Validation.RuleScope";

    /// <summary>The statement that stands once before the others, when all parameters are bound.</summary>
    public static string Declaration => $"var {Scope} = new {Runtime}(binder.Errors, delivery.Services);";

    /// <summary>The statement that checks one parameter.</summary>
    /// <param name="handler">What the names of the handler's members begin with.</param>
    /// <param name="local">The variable that holds its value.</param>
    /// <param name="key">The sender's name for it; <c>$</c> for a JSON body, and nothing for a form whose fields are its members.</param>
    /// <param name="model">What it must satisfy.</param>
    public static string Statement(string handler, string local, string key, ValidationModel model) =>
        $"{handler}_Rules.{model.Method}({Scope}, {Literal.String(key)}, {Access(local, model.Value)});";

    /// <summary>Writes the nested class that holds the rules.</summary>
    public static void EmitMembers(SourceWriter writer, string className, params ValidationModel[] models)
    {
        writer.Line("/// <summary>What the handler's parameters must satisfy.</summary>");
        using (writer.Braces($"private static class {className}"))
        {
            new RulesWriter(writer, models).Write();
        }
    }

    /// <summary>An expression for a value that rules may be asked of.</summary>
    public static string Access(string value, ValidatedValueModel model) => model.IsImmutableArray ? $"{Runtime}.OrNull({value})" : value;
}
