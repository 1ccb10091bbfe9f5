using Hooklatch.Generators.Common;
using Hooklatch.Generators.Json;
using Hooklatch.Generators.Parameters;
using Hooklatch.Generators.Results;

namespace Hooklatch.Generators.Handlers;

/// <summary>Writes what a handler takes and answers, for descriptions such as an OpenAPI document: one call for each value.</summary>
internal static class DescriptionEmitter
{
    /// <summary>The order in which the members are written; one that does not stand here comes first.</summary>
    private static readonly string[] Order = ["Route", "Query", "Header", "Form", "Json", "Payload"];

    /// <summary>Whether there is something to say that the runtime does not know.</summary>
    public static bool IsNeeded(HandlerModel handler) => Calls(handler).Any();

    public static void Emit(SourceWriter writer, HandlerModel handler)
    {
        var calls = Calls(handler).ToArray();
        if (calls.Length == 0)
        {
            return;
        }

        writer.Line($"private static void {handler.Member}_Describe(WebhookDescription description) => description");
        using (writer.Indented())
        {
            writer.Lines(calls.Select((call, i) => i < calls.Length - 1 ? call : call + ";"));
        }

        writer.Line();
    }

    private static IEnumerable<string> Calls(HandlerModel handler)
    {
        var described = handler
            .Parameters.SelectMany(parameter => parameter.Leaves())
            .SelectMany(leaf => ParameterSources.Of(leaf).Describe(leaf))
            .OrderBy(described => Array.IndexOf(Order, described.Member));
        return [.. described.Select(member => $".Add{member.Member}({member.Value})"), .. Answer(handler.Result)];
    }

    private static IEnumerable<string> Answer(ResultModel result)
    {
        var kind = ResultKinds.Of(result);
        var choosesStatus = result.HasStatus || kind.ChoosesStatus;
        if (kind.Answer is null && !choosesStatus)
        {
            return [];
        }

        string?[] arguments =
        [
            $"AnswerKind.{kind.Answer ?? "Nothing"}",
            result.JsonContext is null ? null : JsonEmitter.TypeInfo(result.JsonContext!, result.AnnotatedTypeName),
            choosesStatus ? "choosesStatus: true" : null,
        ];
        return [$".AddAnswer({string.Join(", ", arguments.OfType<string>())})"];
    }
}
