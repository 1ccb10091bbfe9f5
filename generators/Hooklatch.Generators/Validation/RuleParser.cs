using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Validation;

/// <summary>
/// Turns attributes into rules. An attribute of the framework or of the author is constructed as it is written, unless its constructor is
/// marked as one that needs reflection: then ours of the same meaning takes its place.
/// </summary>
/// <param name="assembly">The plugin, which constructs the rules.</param>
/// <param name="report">Takes what is wrong; such a rule is left out.</param>
internal sealed class RuleParser(IAssemblySymbol assembly, Action<ValidationProblem>? report)
{
    private const string Runtime = "global::Hooklatch.Validation.";

    /// <summary>The time that one value may take a pattern, unless the author says otherwise.</summary>
    private const int PatternMilliseconds = 250;

    /// <summary>Whether anything on a parameter or a property speaks of validation, or of its name in messages.</summary>
    public static bool MayApply(Subject subject) =>
        subject.Attributes.Any(attribute => IsRule(attribute) || attribute.AttributeClass.Is(DataAnnotations.Display));

    public EquatableArray<RuleModel> Parse(Subject subject)
    {
        CheckDisplay(subject);
        // A stable sort: the author's order, with [Required] first.
        return subject
            .Attributes.Where(IsRule)
            .Where(attribute => attribute.IsApplied())
            .Select(attribute => Parse(attribute, subject))
            .OfType<RuleModel>()
            .OrderBy(rule => !rule.IsRequired)
            .ToEquatableArray();
    }

    private static bool IsRule(AttributeData attribute) =>
        attribute.AttributeClass is { } type
        && (type.IsOrInherits(DataAnnotations.Validation) ? !type.Is(DataAnnotations.DataType) : RuleCheck.IsForFiles(type));

    private RuleModel? Parse(AttributeData attribute, Subject subject)
    {
        if (RuleCheck.Find(attribute, subject, assembly) is not var (kind, message))
        {
            return Translate(attribute, subject);
        }

        Report(attribute, subject, kind, message);
        return null;
    }

    private static RuleModel Translate(AttributeData attribute, Subject subject)
    {
        var type = attribute.AttributeClass!;
        return type.Is(DataAnnotations.MaxSize) ? Ours(attribute, "MaxSizeRule", $"{Literal.Number(RuleCheck.SizeOf(attribute) ?? 0)}L")
            : type.Is(DataAnnotations.ContentType) ? Ours(attribute, "ContentTypeRule", Arguments(attribute))
            : type.Is(DataAnnotations.AllowedExtensions) ? Ours(attribute, "AllowedExtensionsRule", Arguments(attribute))
            : type.Is(DataAnnotations.MinLength) ? Ours(attribute, "MinLengthRule", Arguments(attribute))
            : type.Is(DataAnnotations.MaxLength) ? Ours(attribute, "MaxLengthRule", Arguments(attribute))
            : type.Is(DataAnnotations.Length) ? Ours(attribute, "LengthRule", Arguments(attribute))
            : type.Is(DataAnnotations.Compare) ? Compare(attribute, subject)
            : type.Is(DataAnnotations.Range) && attribute.Positional<ITypeSymbol>(0) is { } operand ? Range(attribute, operand)
            : AsWritten(attribute, type);
    }

    private static RuleModel AsWritten(AttributeData attribute, INamedTypeSymbol type)
    {
        var settings = Settings(attribute);
        if (type.Is(DataAnnotations.RegularExpression) && attribute.Named<int>("MatchTimeoutInMilliseconds") == 0)
        {
            settings = settings.Append($"MatchTimeoutInMilliseconds = {Literal.Number(PatternMilliseconds)}");
        }

        return new RuleModel(
            type.ToGlobalName(),
            Arguments(attribute).ToEquatableArray(),
            settings.ToEquatableArray(),
            type.IsOrInherits(DataAnnotations.Required)
        );
    }

    private static RuleModel Range(AttributeData attribute, ITypeSymbol operand) =>
        Ours(attribute, $"RangeRule<{operand.ToGlobalName()}>", [.. Arguments(attribute).Skip(1)]);

    private static RuleModel Compare(AttributeData attribute, Subject subject)
    {
        var owner = subject.Symbol.ContainingType;
        var other = RuleCheck.PropertyOf(owner, attribute.Positional<string>(0))!;
        return Ours(
            attribute,
            $"CompareRule<{owner.ToGlobalName()}>",
            $"static self => self.{Identifier.Escape(other.Name)}",
            Literal.String(Subject.Of(other, other.Type).DisplayName)
        );
    }

    private static RuleModel Ours(AttributeData attribute, string rule, params string[] arguments) =>
        new(Runtime + rule, arguments.ToEquatableArray(), Settings(attribute).ToEquatableArray());

    private static string[] Arguments(AttributeData attribute) => [.. attribute.ConstructorArguments.Select(ConstantExpression.OfArgument)];

    /// <summary>What the author sets by name. Our rules are always in the invariant culture, so that needs no saying.</summary>
    private static IEnumerable<string> Settings(AttributeData attribute) =>
        attribute
            .NamedArguments.Where(argument =>
                !(argument.Key.EndsWith("InInvariantCulture", StringComparison.Ordinal) && attribute.ConstructorArguments.Length == 3)
            )
            .Select(argument => $"{Identifier.Escape(argument.Key)} = {ConstantExpression.OfArgument(argument.Value)}");

    /// <summary>Reports a type of whose members there is no last.</summary>
    public void ReportEndless(INamedTypeSymbol type) =>
        report?.Invoke(
            new ValidationProblem(
                ValidationProblemKind.Endless,
                "",
                type.Name,
                EndlessType.Problem(type),
                type.OriginalDefinition.Location()
            )
        );

    private void CheckDisplay(Subject subject)
    {
        if (subject.Attribute(DataAnnotations.Display) is { } display && display.Named<ITypeSymbol>("ResourceType") is not null)
        {
            const string Message = "its resource is looked up by reflection; write the Name itself";
            Report(display, subject, ValidationProblemKind.NeedsReflection, Message);
        }
    }

    private void Report(AttributeData attribute, Subject subject, ValidationProblemKind kind, string message) =>
        report?.Invoke(
            new ValidationProblem(
                kind,
                RuleCheck.NameOf(attribute),
                subject.Name,
                message,
                attribute.Location(CancellationToken.None) ?? subject.Symbol.Location()
            )
        );
}
