using Hooklatch.Generators.Common;
using Hooklatch.Generators.Forms;
using Hooklatch.Generators.Validation;

namespace Hooklatch.Generators.Parameters;

/// <summary><c>[FromForm]</c> on a type of the author's own: an object whose members are fields.</summary>
internal sealed class FormObjectSource : ParameterSource
{
    public override bool Claims(Candidate candidate) => candidate.IsMarked(Names.FromForm);

    public override ParameterModel? Parse(Bindable target, ParameterModel model, ParameterParser parser)
    {
        var reader = parser.Forms.ParseObject(target.Type, out var problem);
        return problem is not null
            ? parser.Unsupported(target, problem)
            : model with
            {
                FormReader = reader,
                FormTypes = parser.Forms.Types.ToEquatableArray(),
            };
    }

    public override BodyNeed? Body => BodyNeed.Form;

    public override ValueSource? CheckedAs => ValueSource.Request;

    public override bool IsAnnotated => true;

    /// <summary>The fields are the members' own.</summary>
    public override string RuleKey(ParameterModel parameter) => "";

    public override string? Binding(ParameterModel parameter) => $"{parameter.Handler}_Forms.{parameter.FormReader}(binder.FormObject())";

    public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) =>
        FieldsOf(parameter.FormTypes, parameter.FormReader!, "", isOptional: false, []).Select(field => new DescribedMember("Form", field));

    /// <summary>The fields of an object and of those in it, each by its full name. An object inside itself is not followed.</summary>
    private static IEnumerable<string> FieldsOf(
        EquatableArray<FormTypeModel> types,
        string reader,
        string prefix,
        bool isOptional,
        HashSet<string> within
    )
    {
        if (types.FirstOrDefault(type => type.Reader == reader) is not { } type || !within.Add(reader))
        {
            yield break;
        }

        foreach (var member in type.Members)
        {
            var (name, optional) = (prefix + member.Key, isOptional || member.IsOptional);
            var fields = member.Kind switch
            {
                FormMemberKind.Text => [DescribedValue.OfText(name, member.Text!, optional, member.Default)],
                FormMemberKind.File => [DescribedValue.OfFile(name, optional, isList: false)],
                FormMemberKind.Files => [DescribedValue.OfFile(name, optional, isList: true)],
                FormMemberKind.Object => FieldsOf(types, member.Reader!, name + ".", optional, within),
                _ => FieldsOf(types, member.Reader!, name + "[*].", isOptional: true, within),
            };
            foreach (var field in fields)
            {
                yield return field;
            }
        }

        within.Remove(reader);
    }
}
