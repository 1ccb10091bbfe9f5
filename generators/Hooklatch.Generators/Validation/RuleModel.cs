using Hooklatch.Generators.Common;

namespace Hooklatch.Generators.Validation;

/// <summary>A rule as it is constructed: <c>new Type(arguments) { settings }</c>.</summary>
/// <param name="TypeName">A <c>ValidationAttribute</c> as a <c>global::</c> name.</param>
/// <param name="Arguments">Expressions for its constructor.</param>
/// <param name="Settings">Assignments such as <c>MinimumLength = 3</c>.</param>
/// <param name="IsRequired">Whether it demands a value; such a rule comes first.</param>
internal sealed record RuleModel(
    string TypeName,
    EquatableArray<string> Arguments,
    EquatableArray<string> Settings,
    bool IsRequired = false
)
{
    public string Expression =>
        $"new {TypeName}({string.Join(", ", Arguments)}){(Settings.Count == 0 ? "" : $" {{ {string.Join(", ", Settings)} }}")}";
}
