using Hooklatch.Generators.Common;
using Hooklatch.Generators.Text;
using Hooklatch.Generators.Validation;

namespace Hooklatch.Generators.Parameters;

/// <summary>Text that the sender gives under a name, and that becomes a value.</summary>
/// <param name="member">The member of the handler's description that lists such values.</param>
internal abstract class TextSource(string member) : ParameterSource
{
    public override ParameterModel? Parse(Bindable target, ParameterModel model, ParameterParser parser) =>
        TextParser.Parse(target.Type) is { } text
            ? model with
            {
                Text = text,
            }
            : parser.Unsupported(
                target,
                $"'{target.Type.ToDisplayString()}' is not a string, an enumeration, a type with TryParse, or an array or list of these"
            );

    public override BodyNeed? Body => null;

    public sealed override ValueSource? CheckedAs => ValueSource.Request;

    public sealed override string? Binding(ParameterModel parameter) =>
        $"binder.{Reader(parameter.Text!)}({Literal.String(parameter.Key)}).{Call(parameter)}";

    /// <summary>The binder's method that finds the text.</summary>
    protected abstract string Reader(TextModel text);

    public sealed override IEnumerable<DescribedMember> Describe(ParameterModel parameter) =>
        [
            new(
                member,
                DescribedValue.OfText(parameter.Key, parameter.Text!, parameter.IsOptional, parameter.Default, parameter.IsNoCredential)
            ),
        ];

    /// <summary>A collection is never missing: without values it is empty, also where it may be null.</summary>
    private static string Call(ParameterModel parameter) =>
        TextEmitter.Call(
            parameter.Text!,
            parameter.IsOptional && parameter.Text!.Shape is not (TextShape.Array or TextShape.List),
            parameter.Default
        );
}
