using Hooklatch.Generators.Common;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Results;

namespace Hooklatch.Generators.Handlers;

/// <summary>Writes what a handler takes and answers, as data for descriptions such as an OpenAPI document.</summary>
internal static class DescriptionEmitter
{
    private const string Room = "global::Hooklatch.Description.";
    private const int MaxLineLength = 100;

    /// <summary>The order in which the members are written; one that does not stand here comes first.</summary>
    private static readonly string[] Order = ["Route", "Query", "Headers", "Form", "Json", "Payload"];

    /// <summary>Whether there is something to say that the runtime does not know.</summary>
    public static bool IsNeeded(HandlerModel handler) => Members(handler).Any();

    public static void Emit(SourceWriter writer, HandlerModel handler)
    {
        var construction = $"private static {Room}WebhookDescription Describe() => new({Literal.String(handler.ClassName)})";
        var members = Members(handler).ToArray();
        if (members.Length == 0)
        {
            return;
        }

        writer.Line(construction).Line("{");
        using (writer.Indented())
        {
            writer.Lines(members.Select(member => member + ","));
        }

        writer.Line("};").Line();
    }

    private static IEnumerable<string> Members(HandlerModel handler)
    {
        var described = handler
            .Parameters.SelectMany(parameter => parameter.Leaves())
            .SelectMany(leaf => ParameterSources.Of(leaf).Describe(leaf))
            .GroupBy(described => described.Member)
            .OrderBy(member => Array.IndexOf(Order, member.Key));
        return [.. described.SelectMany(Member), .. Answer(handler.Result)];
    }

    private static IEnumerable<string> Member(IGrouping<string, DescribedMember> member)
    {
        if (!member.First().IsItem)
        {
            return member.Select(described => $"{member.Key} = {described.Value}");
        }

        var items = member.Select(described => described.Value).ToArray();
        var line = $"{member.Key} = [{string.Join(", ", items)}]";
        return line.Length <= MaxLineLength ? [line] : [$"{member.Key} =\n[\n{string.Concat(items.Select(item => $"    {item},\n"))}]"];
    }

    private static IEnumerable<string> Answer(ResultModel result)
    {
        var kind = ResultKinds.Of(result);
        string?[] members =
        [
            kind.Answer is { } answer ? $"Answer = {Room}AnswerKind.{answer}" : null,
            result.JsonContext is null ? null : $"AnswerType = {JsonEmitter.TypeInfo(result.JsonContext!, result.AnnotatedTypeName)}",
            result.HasStatus || kind.ChoosesStatus ? "ChoosesStatus = true" : null,
        ];
        return members.OfType<string>();
    }
}
