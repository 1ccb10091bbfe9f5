using Hooklatch.Generators.Common;
using Hooklatch.Generators.Validation;

namespace Hooklatch.Generators.Parameters;

/// <summary>Writes how parameters are bound: first all that can fail, so that one answer names every mistake, then the call.</summary>
internal static class ParameterEmitter
{
    public static void EmitBinding(SourceWriter writer, EquatableArray<ParameterModel> parameters, string returned)
    {
        var leaves = parameters.SelectMany(parameter => parameter.Leaves()).ToArray();
        var bound = leaves.Where(parameter => Binding(parameter) is not null).ToArray();
        var values = leaves.Where(parameter => parameter.JsonValue is not null).ToArray();
        if (bound.Length + values.Length == 0)
        {
            return;
        }

        writer.Line("var binder = new global::Hooklatch.Binding.ParameterBinder(delivery);");
        writer.Lines(bound.Select(parameter => $"var {parameter.Local} = {Binding(parameter)};"));
        if (values.Length > 0)
        {
            var outs = string.Join(", ", values.Select(parameter => $"out var {parameter.Local}"));
            var document = values.Any(parameter => parameter.JsonValue!.Target.HandsOutBytes) ? "OwnDocument()" : "Document";
            writer.Line($"binder.ExpectJson(Payload.TryRead(binder.{document}, binder.Errors, {outs}));");
        }

        EmitRules(writer, parameters.Where(parameter => parameter.Object is null));
        EmitRejection(writer, "rejection", returned);
    }

    /// <summary>The rules of objects that are made of parameters, once there is such an object.</summary>
    public static void EmitObjectRules(SourceWriter writer, EquatableArray<ParameterModel> parameters, string returned)
    {
        var objects = parameters.Where(parameter => parameter is { Object: not null, Validation: not null }).ToArray();
        if (objects.Length == 0)
        {
            return;
        }

        EmitRules(writer, objects, declares: !parameters.Any(parameter => parameter is { Object: null, Validation: not null }));
        EmitRejection(writer, "violation", returned);
    }

    /// <param name="returned">How a value becomes what the method returns.</param>
    private static void EmitRejection(SourceWriter writer, string name, string returned)
    {
        using (writer.Braces($"if (binder.Rejected is {{ }} {name})"))
        {
            writer.Line($"return {string.Format(System.Globalization.CultureInfo.InvariantCulture, returned, name)};");
        }

        writer.Line();
    }

    private static void EmitRules(SourceWriter writer, IEnumerable<ParameterModel> parameters, bool declares = true)
    {
        var statements = parameters
            .Where(parameter => parameter.Validation is not null)
            .Select(parameter =>
                ValidationEmitter.Statement(parameter.Local, ParameterSources.Of(parameter).RuleKey(parameter), parameter.Validation!)
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
