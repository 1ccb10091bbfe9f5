using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Emit;
using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Model;
using Hooklatch.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parse;

/// <summary>Reads the parameters of one handler.</summary>
internal sealed class ParameterParser(IReadOnlyCollection<string> routeParameters, Report? report, CancellationToken cancellation)
{
    /// <summary>What generated code calls its own where a parameter's name could hide it; an author's parameter gets another.</summary>
    private static readonly string[] OwnNames =
    [
        "delivery",
        "binder",
        "refusal",
        "services",
        "handler",
        "result",
        "body",
        "status",
        "Json",
        "Payload",
        "Forms",
        "Rules",
        ValidationEmitter.Scope,
    ];

    private readonly NameScope _locals = new(OwnNames);

    public static bool TryParse(
        IMethodSymbol method,
        IReadOnlyCollection<string> routeParameters,
        Report? report,
        CancellationToken cancellation,
        out ParameterModel[] parameters
    )
    {
        var parser = new ParameterParser(routeParameters, report, cancellation);
        var parsed = method.Parameters.Select(parser.ParseChecked).ToArray();
        parameters = [.. parsed.OfType<ParameterModel>()];
        return parameters.Length == parsed.Length && parser.CheckOneBody(method, parameters);
    }

    private ParameterModel? ParseChecked(IParameterSymbol parameter) =>
        Parse(parameter) is not { } model ? null
        : IsFromRequest(model.Source) ? model with { Validation = ParseRules(parameter, model.Source) }
        : model;

    /// <summary>What the framework or the container provides is not the sender's, so there is nothing to check.</summary>
    private static bool IsFromRequest(ParameterSource source) =>
        source
            is ParameterSource.Members
                or ParameterSource.JsonValue
                or ParameterSource.JsonBody
                or ParameterSource.Custom
                or (>= ParameterSource.Header and <= ParameterSource.FormObject);

    private ValidationModel? ParseRules(IParameterSymbol parameter, ParameterSource source)
    {
        Action<ValidationProblem>? refuse = report is null
            ? null
            : problem => report(Descriptors.UnusableRule, problem.Location, problem.Rule, problem.Target, problem.Message);
        return ValidationParser.Parse(
            parameter,
            parameter.Type,
            source is ParameterSource.JsonBody ? ValueSource.Json : ValueSource.Request,
            refuse,
            cancellation
        );
    }

    private ParameterModel? Parse(IParameterSymbol parameter)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In) || parameter.Type.IsRefLikeType)
        {
            return Unsupported(Bindable.Of(parameter), "an asynchronous handler takes its parameters by value");
        }

        return Parse(Bindable.Of(parameter), parameter.Name);
    }

    private ParameterModel? Parse(Bindable target, string local)
    {
        cancellation.ThrowIfCancellationRequested();
        var source = SourceParser.Parse(target, routeParameters, out var key);
        var model = new ParameterModel
        {
            Local = Identifier.Escape(_locals.Unique(local)),
            Source = source ?? ParameterSource.Service,
            Key = key,
            TypeName = target.Type.ToGlobalName(),
            AnnotatedTypeName = source is ParameterSource.JsonBody ? target.Type.ToNotNullName() : "",
            IsOptional = target.IsOptional,
            IsForgiven = target.IsForgiven,
            Default = target.Default,
        };
        return source switch
        {
            null => Ambiguous(target, "a service and a body look alike"),
            ParameterSource.Header or ParameterSource.Query or ParameterSource.Route or ParameterSource.FormText => ParseText(
                target,
                model
            ),
            ParameterSource.Service => model with { Service = ServiceParser.Parse(target) },
            ParameterSource.JsonValue => ParseJsonValue(target, model),
            ParameterSource.Members => ParseMembers(target, model),
            ParameterSource.FormObject => ParseFormObject(target, model),
            _ => model,
        };
    }

    private ParameterModel? ParseText(Bindable target, ParameterModel model)
    {
        if (model.Source is ParameterSource.Route && !routeParameters.Contains(model.Key, StringComparer.OrdinalIgnoreCase))
        {
            return Unsupported(target, $"the endpoint has no parameter {{{model.Key}}}");
        }

        return TextParser.Parse(target.Type) is { } text
            ? model with
            {
                Text = text,
            }
            : Unsupported(
                target,
                $"'{target.Type.ToDisplayString()}' is not a string, an enumeration, a type with TryParse, or an array or list of these"
            );
    }

    private ParameterModel? ParseJsonValue(Bindable target, ParameterModel model)
    {
        var fromJson = target.Attribute(Names.FromJson)!;
        if (JsonValueParser.Parse(target, fromJson.Positional<string>(0) ?? "", out var problem) is { } value)
        {
            return model with { JsonValue = value with { Name = model.Local.TrimStart('@') } };
        }

        if (problem!.Kind is JsonProblemKind.MalformedPath)
        {
            report?.Invoke(Descriptors.MalformedPath, fromJson.ArgumentLocation(0, cancellation), target.Name, problem.Message);
        }
        else
        {
            report?.Invoke(Descriptors.UnreadableValue, target.Symbol.TypeLocation(cancellation), target.Name, problem.Message);
        }

        return null;
    }

    private ParameterModel? ParseMembers(Bindable target, ParameterModel model)
    {
        var (members, problem) = ConstructionParser.Parse(target.Type);
        problem ??= target.IsOptional ? "an [AsParameters] object is always built; its members may be optional" : null;
        if (problem is not null || members.Any(member => member.Bindable.Attribute(Names.AsParameters) is not null))
        {
            return Unsupported(target, problem ?? "[AsParameters] objects do not nest");
        }

        var parsed = members.Select(member => (member.Property, Model: Parse(member.Bindable, $"{target.Name}_{member.Name}"))).ToArray();
        return parsed.All(member => member.Model is not null)
            ? model with
            {
                Members = parsed.Select(member => new MemberModel(member.Property, member.Model!)).ToEquatableArray(),
            }
            : null;
    }

    private ParameterModel? ParseFormObject(Bindable target, ParameterModel model)
    {
        var types = new FormTypeParser(cancellation);
        var reader = types.Parse(target.Type);
        return types.Problem is { } problem
            ? Unsupported(target, problem)
            : model with
            {
                FormReader = reader,
                FormTypes = types.Types.ToEquatableArray(),
            };
    }

    /// <summary>The body can be read in one shape only.</summary>
    private bool CheckOneBody(IMethodSymbol method, ParameterModel[] parameters)
    {
        var first = (Name: "", Shape: (string?)null);
        var isValid = true;
        for (var i = 0; i < parameters.Length; i++)
        {
            foreach (var shape in parameters[i].Leaves().Select(leaf => ShapeOf(leaf.Source)).Where(shape => shape is not null))
            {
                if (first.Shape is null)
                {
                    first = (method.Parameters[i].Name, shape);
                }
                else if (shape != first.Shape || shape is "JSON body" or "stream" or "parts")
                {
                    Ambiguous(Bindable.Of(method.Parameters[i]), $"'{first.Name}' takes the body as {first.Shape} already");
                    isValid = false;
                }
            }
        }

        return isValid;
    }

    /// <summary>What a source takes the body as; <see langword="null"/> where it does not exclude another.</summary>
    private static string? ShapeOf(ParameterSource source) =>
        source switch
        {
            ParameterSource.JsonBody => "JSON body",
            ParameterSource.FormText
            or ParameterSource.FormFile
            or ParameterSource.FormFiles
            or ParameterSource.FormFileCollection
            or ParameterSource.FormCollection
            or ParameterSource.FormObject => "form",
            ParameterSource.BodyStream or ParameterSource.BodyPipe => "stream",
            ParameterSource.UploadedParts => "parts",
            _ => null,
        };

    private ParameterModel? Ambiguous(Bindable target, string reason)
    {
        report?.Invoke(Descriptors.AmbiguousParameter, target.Location, target.Name, target.Type.ToDisplayString(), reason);
        return null;
    }

    private ParameterModel? Unsupported(Bindable target, string reason)
    {
        report?.Invoke(Descriptors.UnsupportedParameter, target.Location, target.Name, reason);
        return null;
    }
}
