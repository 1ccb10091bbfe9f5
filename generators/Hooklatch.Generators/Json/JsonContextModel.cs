using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Json;

/// <summary>A <c>JsonSerializerContext</c> of the plugin.</summary>
/// <param name="TypeName">As a <c>global::</c> name.</param>
/// <param name="FieldName">Its field in the plugin's generated <c>Json</c> class.</param>
/// <param name="HasOwnOptions">Whether it carries <c>[JsonSourceGenerationOptions]</c>.</param>
/// <param name="Covered">The types that it lists and all that are reachable from them, as <c>global::</c> names, sorted.</param>
/// <param name="Listed">The types that it lists itself, likewise.</param>
/// <param name="Marks">The marks of the class.</param>
internal sealed record JsonContextModel(
    string TypeName,
    string FieldName,
    bool HasOwnOptions,
    EquatableArray<string> Covered,
    EquatableArray<string> Listed,
    Marks Marks
);
