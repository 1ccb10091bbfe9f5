using Hooklatch.Generators.Common;
using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Validation;

namespace Hooklatch.Generators.Parameters;

/// <summary>Writes how parameters are bound: first all that can fail, so that one answer names every mistake, then the call.</summary>
internal static class ParameterEmitter
{
    /// <summary>Whether nothing is bound, so that nothing can be rejected.</summary>
    public static bool BindsNothing(EquatableArray<ParameterModel> parameters) =>
        parameters.SelectMany(parameter => parameter.Leaves()).All(leaf => Binding(leaf) is null && leaf.JsonValue is null);

    /// <param name="writer">Where to.</param>
    /// <param name="parameters">The parameters of one handler.</param>
    /// <param name="handler">What the names of the handler's members begin with.</param>
    /// <param name="awaits">Whether the method waits for something.</param>
    /// <param name="enums">The names of enums that the class holds.</param>
    public static void EmitBinding(
        SourceWriter writer,
        EquatableArray<ParameterModel> parameters,
        string handler,
        bool awaits,
        JsonEnumEmitter enums
    )
    {
        var leaves = parameters.SelectMany(parameter => parameter.Leaves()).ToArray();
        var bound = leaves.Where(parameter => Binding(parameter) is not null).ToArray();
        var values = leaves.Where(parameter => parameter.JsonValue is not null).ToArray();
        if (bound.Length + values.Length == 0)
        {
            return;
        }

        writer.Line("var binder = new ParameterBinder(delivery);");
        writer.Lines(bound.Select(parameter => $"var {parameter.Local} = {Binding(parameter)};"));
        if (values.Length > 0)
        {
            var read = values.Any(parameter => parameter.JsonValue!.Target.HandsOutBytes) ? "FromOwnJson" : "FromJson";
            writer
                .Call(
                    $"var json = binder.{read}",
                    [$"{handler}_Json ??= {JsonValueEmitter.Shape(values.Select(parameter => parameter.JsonValue!))}"]
                )
                .Lines(values.Select((parameter, i) => $"var {parameter.Local} = {JsonValueEmitter.Read(parameter.JsonValue!, i, enums)};"))
                .Line("binder.End(ref json);");
        }

        EmitRules(writer, parameters.Where(parameter => parameter.Object is null), handler);
        EmitRejection(writer, awaits, HasObjectRules(parameters) ? "IsIncomplete" : "IsRejected");
    }

    /// <summary>The rules of objects that are made of parameters, once there is such an object.</summary>
    public static void EmitObjectRules(SourceWriter writer, EquatableArray<ParameterModel> parameters, string handler, bool awaits)
    {
        var objects = parameters.Where(HasObjectRule).ToArray();
        if (objects.Length == 0)
        {
            return;
        }

        EmitRules(writer, objects, handler, declares: !parameters.Any(parameter => parameter is { Object: null, Validation: not null }));
        EmitRejection(writer, awaits, "IsRejected");
    }

    private static bool HasObjectRules(EquatableArray<ParameterModel> parameters) => parameters.Any(HasObjectRule);

    private static bool HasObjectRule(ParameterModel parameter) => parameter is { Object: not null, Validation: not null };

    /// <summary>The last check also ends a test, so a check that others follow asks for less.</summary>
    private static void EmitRejection(SourceWriter writer, bool awaits, string condition)
    {
        using (writer.Braces($"if (binder.{condition})"))
        {
            writer.Line($"return binder.{(awaits ? "Rejected" : "RejectedAsync")}();");
        }

        writer.Line();
    }

    private static void EmitRules(SourceWriter writer, IEnumerable<ParameterModel> parameters, string handler, bool declares = true)
    {
        var statements = parameters
            .Where(parameter => parameter.Validation is not null)
            .Select(parameter =>
                ValidationEmitter.Statement(
                    handler,
                    parameter.Local,
                    ParameterSources.Of(parameter).RuleKey(parameter),
                    parameter.Validation!
                )
            )
            .ToArray();
        writer.Lines(declares && statements.Length > 0 ? [ValidationEmitter.Declaration] : []).Lines(statements);
    }

    /// <summary>What is passed to the author's method.</summary>
    public static string Argument(ParameterModel parameter) => ParameterSources.Of(parameter).Argument(parameter);

    /// <summary>The objects that are made of several parameters.</summary>
    public static void EmitObjects(SourceWriter writer, EquatableArray<ParameterModel> parameters)
    {
        foreach (var parameter in parameters.Where(parameter => parameter.Object is not null))
        {
            var members = parameter.Object!.Members;
            writer.Construction(
                $"var {parameter.Local} = ",
                parameter.TypeName,
                [.. members.Where(member => member.Property is null).Select(member => Argument(member.Parameter))],
                [.. members.Where(member => member.Property is not null).Select(member => (member.Property!, Argument(member.Parameter)))]
            );
        }
    }

    private static string? Binding(ParameterModel parameter) => ParameterSources.Of(parameter).Binding(parameter);
}
