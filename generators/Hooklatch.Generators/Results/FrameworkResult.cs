using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Results;

/// <summary>An <c>IResult</c> of ASP.NET Core's, which writes the whole answer.</summary>
internal sealed class FrameworkResult : ResultKind
{
    public override bool Claims(ITypeSymbol? value) => value is not null && value.Implements(Names.Result);

    public override string? ProblemWith(ITypeSymbol value, bool hasStatus) =>
        hasStatus ? "an IResult chooses its own status" : base.ProblemWith(value, hasStatus);

    protected override string Expression(ResultModel result, string value, string status) => $"{Runtime}.From({value})";

    public override string? Answer => "Result";

    public override bool ChoosesStatus => true;
}
