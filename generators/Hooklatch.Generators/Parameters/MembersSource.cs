using Hooklatch.Generators.Common;
using Hooklatch.Generators.Validation;

namespace Hooklatch.Generators.Parameters;

/// <summary><c>[AsParameters]</c>: an object whose members are parameters, each with a source of its own.</summary>
internal sealed class MembersSource : ParameterSource
{
    public override bool Claims(Candidate candidate) => candidate.IsMarked(Names.AsParameters);

    public override ParameterModel? Parse(Bindable target, ParameterModel model, ParameterParser parser)
    {
        var (members, problem) = ConstructionParser.Parse(target.Type);
        problem ??= target.IsOptional ? "an [AsParameters] object is always built; its members may be optional" : null;
        if (problem is not null || members.Any(member => member.Bindable.Attribute(Names.AsParameters) is not null))
        {
            return parser.Unsupported(target, problem ?? "[AsParameters] objects do not nest");
        }

        var parsed = members
            .Select(member => (member.Property, Model: parser.Parse(member.Bindable, $"{target.Name}_{member.Name}")))
            .ToArray();
        return parsed.All(member => member.Model is not null)
            ? model with
            {
                TypeName = target.Type.ToNotNullName(),
                Object = new ObjectModel(parsed.Select(member => new MemberModel(member.Property, member.Model!)).ToEquatableArray()),
            }
            : null;
    }

    public override IEnumerable<Bindable> PartsOf(Bindable target) =>
        ConstructionParser.Parse(target.Type).Members.Select(member => member.Bindable);

    /// <summary>What its members need is theirs.</summary>
    public override BodyNeed? Body => null;

    public override ValueSource? CheckedAs => ValueSource.Request;

    public override bool IsAnnotated => true;

    /// <summary>The members are known to the sender by their own names.</summary>
    public override string RuleKey(ParameterModel parameter) => "";

    /// <summary>Built when its members are bound: see <see cref="ParameterEmitter"/>.</summary>
    public override string? Binding(ParameterModel parameter) => null;

    public override IEnumerable<DescribedMember> Describe(ParameterModel parameter) => [];
}
