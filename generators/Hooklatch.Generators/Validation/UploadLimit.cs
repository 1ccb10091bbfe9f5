using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Validation;

/// <summary>Adds up what the files of a handler may have, so that its body need not be read any further.</summary>
internal static class UploadLimit
{
    /// <summary>The total of the limits in bytes; <see langword="null"/> where a file has none.</summary>
    /// <param name="files">The models of the parameters that hold files; one without a model has no limit either.</param>
    public static long? Total(IEnumerable<ValidationModel?> files) => Sum(files.Select(file => file?.FileLimit));

    /// <summary>The limit of the files in one value: zero for a value without files.</summary>
    public static long? Of(Subject subject) =>
        Collections.ItemOf(subject.Type) is { } item && item.Is(Names.FormFile) ? OfSeveral(subject)
        : subject.Type.Is(Names.FormFile) ? OfOne(subject)
        : OfObjects(subject.Type, []);

    private static long? OfOne(Subject subject) => subject.Attribute(DataAnnotations.MaxSize) is { } size ? RuleCheck.SizeOf(size) : null;

    /// <summary>For as many files as <c>[MaxLength]</c> or <c>[Length]</c> lets in.</summary>
    private static long? OfSeveral(Subject subject)
    {
        var count =
            subject.Attribute(DataAnnotations.MaxLength)?.Positional<int>(0)
            ?? subject.Attribute(DataAnnotations.Length)?.Positional<int>(1);
        return count > 0 && OfOne(subject) <= long.MaxValue / count ? OfOne(subject) * count : null;
    }

    private static long? OfObjects(ITypeSymbol type, string[] enclosing) =>
        Collections.ItemOf(type) is { } item ? (OfObjects(Subject.ValueOf(item), enclosing) is 0 ? 0 : null)
        : !ValidatedTypeParser.IsObject(type) ? (type.Is(Names.FormFile) ? null : 0)
        // Of a type that contains itself there may be any number.
        : enclosing.Contains(type.OriginalDefinition.ToGlobalName()) ? null
        : Sum(
            ValidatedTypeParser
                .PropertiesOf(type)
                .Select(property => Subject.Of(property, property.Type))
                .Select(property =>
                    IsFiles(property.Type) ? Of(property) : OfObjects(property.Type, [.. enclosing, type.OriginalDefinition.ToGlobalName()])
                )
        );

    private static bool IsFiles(ITypeSymbol type) => (Collections.ItemOf(type) ?? type).Is(Names.FormFile);

    private static long? Sum(IEnumerable<long?> limits) =>
        limits.Aggregate((long?)0, (total, limit) => total <= long.MaxValue - limit ? total + limit : null);
}
