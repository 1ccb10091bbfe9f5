using System.Globalization;
using System.Text.RegularExpressions;
using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Validation;

/// <summary>
/// Finds what is wrong with a rule before it meets a request. The framework's attributes throw when they are asked for nonsense, which would
/// answer every delivery with a 500.
/// </summary>
internal static class RuleCheck
{
    private static readonly string[] ForText =
    [
        DataAnnotations.StringLength,
        DataAnnotations.EmailAddress,
        DataAnnotations.Phone,
        DataAnnotations.CreditCard,
        DataAnnotations.Base64String,
        DataAnnotations.FileExtensions,
    ];

    private static readonly string[] ForCounts = [DataAnnotations.MinLength, DataAnnotations.MaxLength, DataAnnotations.Length];

    private static readonly string[] ForFiles = [DataAnnotations.MaxSize, DataAnnotations.ContentType, DataAnnotations.AllowedExtensions];

    /// <summary>Those whose constructors need reflection and for which we have one of the same meaning.</summary>
    private static readonly string[] Replaced = [.. ForCounts, DataAnnotations.Compare, DataAnnotations.Range];

    public static bool IsForFiles(ITypeSymbol attribute) => attribute.IsAny(ForFiles);

    /// <summary>Whether rules of ours take the place of those constructors that need reflection.</summary>
    public static bool IsReplaced(ITypeSymbol attribute) => attribute.IsAny(Replaced);

    /// <summary>The attribute's name as the author writes it.</summary>
    public static string NameOf(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    /// <summary>The limit of a <c>[MaxSize]</c> in bytes; <see langword="null"/> where it is malformed.</summary>
    public static long? SizeOf(AttributeData attribute) =>
        attribute.Positional<string>(0) is { } text ? FileSize.Parse(text)
        : attribute.Positional<long>(0) is > 0 and var bytes ? bytes
        : null;

    public static IPropertySymbol? PropertyOf(ITypeSymbol? type, string? name) =>
        type is null || name is null
            ? null
            : Subject.BasesOf(type).SelectMany(current => current.GetMembers(name)).OfType<IPropertySymbol>().FirstOrDefault();

    public static (ValidationProblemKind Kind, string Message)? Find(AttributeData attribute, Subject subject, IAssemblySymbol assembly) =>
        FindReflection(attribute) is { } reflection ? (ValidationProblemKind.NeedsReflection, reflection)
        : !IsAccessible(attribute.AttributeClass!, assembly)
            ? (ValidationProblemKind.NotAccessible, "generated code cannot construct it; make it internal or public")
        : FindWrongType(attribute.AttributeClass!, attribute, subject) is { } expected
            ? (ValidationProblemKind.WrongType, $"it is for {expected}, not for '{subject.Type.ToDisplayString()}'")
        : FindMalformed(attribute.AttributeClass!, attribute, subject) is { } malformed
            ? (ValidationProblemKind.MalformedArgument, malformed)
        : null;

    private static string? FindReflection(AttributeData attribute) =>
        attribute.Named<ITypeSymbol>("ErrorMessageResourceType") is not null
        || attribute.Named<string>("ErrorMessageResourceName") is not null
            ? "its message is looked up by reflection; set ErrorMessage"
        : attribute.AttributeClass.Is(DataAnnotations.CustomValidation)
            ? "it finds its method by reflection; derive an attribute from ValidationAttribute"
        : !IsReplaced(attribute.AttributeClass!) && NeedsReflection(attribute)
            ? "its constructor is marked as one that needs reflection or run-time code"
        : null;

    private static bool NeedsReflection(AttributeData attribute) =>
        new ISymbol?[] { attribute.AttributeConstructor, attribute.AttributeClass }.Any(symbol =>
            symbol is not null
            && (
                symbol.Attribute("System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute") is not null
                || symbol.Attribute("System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute") is not null
            )
        );

    private static bool IsAccessible(INamedTypeSymbol type, IAssemblySymbol assembly)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            var isAccessible = current.DeclaredAccessibility switch
            {
                Accessibility.Public => true,
                Accessibility.Internal or Accessibility.ProtectedOrInternal => !current.IsFileLocal
                    && (
                        SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, assembly)
                        || current.ContainingAssembly.GivesAccessTo(assembly)
                    ),
                _ => false,
            };
            if (!isAccessible)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What the rule is for, if not for this.</summary>
    private static string? FindWrongType(INamedTypeSymbol rule, AttributeData attribute, Subject subject)
    {
        var type = subject.Type;
        var isText = type.SpecialType is SpecialType.System_String;
        var isCollection = !isText && type.Implements("System.Collections.IEnumerable");
        return IsForFiles(rule) ? (IsFiles(type) ? null : "IFormFile and collections of it")
            : type.SpecialType is SpecialType.System_Object || isText ? null
            : rule.IsAny(ForText) ? "text"
            : rule.Is(DataAnnotations.Url) && !type.Is(Names.Uri) ? "text and Uri"
            : rule.IsAny(ForCounts) && !isCollection ? "text and collections"
            : rule.Is(DataAnnotations.RegularExpression) && isCollection ? "text and single values"
            : rule.Is(DataAnnotations.EnumDataType) && !IsEnumLike(type) ? "text, integers and enumerations"
            : !rule.Is(DataAnnotations.Range) ? null
            : attribute.Positional<ITypeSymbol>(0) is not { } operand ? (type.Implements("System.IConvertible") ? null : "numbers")
            : SymbolEqualityComparer.Default.Equals(operand, type) ? null
            : $"text and '{operand.ToDisplayString()}'";
    }

    private static bool IsFiles(ITypeSymbol type) =>
        type.Is(Names.FormFile) || (Collections.ItemOf(type) is { } item && item.Is(Names.FormFile));

    private static bool IsEnumLike(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Enum || type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static string? FindMalformed(INamedTypeSymbol rule, AttributeData attribute, Subject subject) =>
        rule.Is(DataAnnotations.MaxSize) && SizeOf(attribute) is null
            ? "the size is not a positive number with a unit of B, KB, MB or GB, such as \"5MB\""
        : rule.Is(DataAnnotations.ContentType) && !AllStrings(attribute, @"^[\w!#$&^.+-]+/(\*|[\w!#$&^.+-]+)\z")
            ? "it lists media types such as \"image/png\" or \"text/*\""
        : rule.Is(DataAnnotations.AllowedExtensions) && !AllStrings(attribute, @"^\.[^/\\]*[^/\\. ]\z")
            ? "it lists extensions with their dot, such as \".csv\""
        : rule.Is(DataAnnotations.Compare) && PropertyOf(subject.Symbol.ContainingType, attribute.Positional<string>(0)) is null
            ? $"'{subject.Symbol.ContainingType?.Name}' has no property '{attribute.Positional<string>(0)}'"
        : rule.Is(DataAnnotations.EnumDataType) && attribute.Positional<ITypeSymbol>(0) is not { TypeKind: TypeKind.Enum }
            ? "it names an enumeration"
        : rule.Is(DataAnnotations.RegularExpression) ? FindBadPattern(attribute)
        : FindBadLimits(rule, attribute) ?? FindBadMessage(rule, attribute);

    private static bool AllStrings(AttributeData attribute, string pattern) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false, Values: { Length: > 0 } values }]
        && values.All(value => value.Value is string text && Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant));

    private static string? FindBadPattern(AttributeData attribute)
    {
        try
        {
            _ = new Regex(attribute.Positional<string>(0) ?? "");
            return attribute.Positional<string>(0) is null or "" ? "the pattern is empty"
                : attribute.Named<int>("MatchTimeoutInMilliseconds") < 0
                    ? "a pattern without a time limit lets one request hold a processor"
                : FindBadMessage(attribute.AttributeClass!, attribute);
        }
        catch (ArgumentException exception)
        {
            return $"the pattern is not valid: {exception.Message}";
        }
    }

    private static string? FindBadLimits(INamedTypeSymbol rule, AttributeData attribute)
    {
        const string Reversed = "the minimum is larger than the maximum";
        const string Negative = "a length is not negative";
        if (rule.Is(DataAnnotations.Range))
        {
            return attribute.Positional<ITypeSymbol>(0) is { } operand ? RangeLimits.Find(operand, attribute)
                : attribute.Positional<double>(0) > attribute.Positional<double>(1)
                || attribute.Positional<int>(0) > attribute.Positional<int>(1)
                    ? Reversed
                : null;
        }

        var (first, second) = (attribute.Positional<int>(0), attribute.Positional<int>(1));
        return rule.Is(DataAnnotations.StringLength)
            ? first < 0
                ? Negative
                : attribute.Named<int>("MinimumLength") > first
                    ? Reversed
                    : null
            : rule.Is(DataAnnotations.Length)
                ? first < 0
                    ? Negative
                    : first > second
                        ? Reversed
                        : null
                : rule.Is(DataAnnotations.MinLength) && first < 0
                    ? Negative
                    : rule.Is(DataAnnotations.MaxLength) && attribute.ConstructorArguments.Length == 1 && first is 0 or < -1
                        ? "a length is positive"
                        : null;
    }

    /// <summary>A message is a format string of what the rule tells: the name, and its limits.</summary>
    private static string? FindBadMessage(INamedTypeSymbol rule, AttributeData attribute)
    {
        var arguments =
            rule.Is(DataAnnotations.Range) || rule.Is(DataAnnotations.StringLength) || rule.Is(DataAnnotations.Length) ? 3
            : rule.IsAny([.. ForCounts, DataAnnotations.RegularExpression, DataAnnotations.Compare, DataAnnotations.FileExtensions]) ? 2
            : rule.ContainingNamespace.ToDisplayString() is "System.ComponentModel.DataAnnotations" ? 1
            : 16;
        try
        {
            _ = string.Format(CultureInfo.InvariantCulture, attribute.Named<string>("ErrorMessage") ?? "", new object[arguments]);
            return null;
        }
        catch (FormatException)
        {
            return "the message is not a format string for it: write {{ and }} for braces";
        }
    }

    private static bool IsAny(this ITypeSymbol type, string[] names) => names.Any(name => type.Is(name));
}
