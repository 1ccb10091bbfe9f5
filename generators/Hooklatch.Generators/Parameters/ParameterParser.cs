using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Forms;
using Hooklatch.Generators.Validation;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parameters;

/// <summary>Reads the parameters of one handler.</summary>
internal sealed class ParameterParser
{
    /// <summary>What generated code calls its own where a parameter's name could hide it; an author's parameter gets another.</summary>
    private static readonly string[] OwnNames =
    [
        "delivery",
        "binder",
        "json",
        "services",
        "handler",
        "result",
        "body",
        "status",
        "Json",
        "WebhookResult",
        ValidationEmitter.Scope,
    ];

    private readonly NameScope _locals;

    private readonly IMethodSymbol _method;
    private readonly IReadOnlyCollection<string> _routeParameters;

    private ParameterParser(
        IMethodSymbol method,
        IReadOnlyCollection<string> routeParameters,
        Report? report,
        CancellationToken cancellation
    )
    {
        _method = method;
        // The members that the generated method uses by their simple names.
        _locals = new([.. OwnNames, $"{method.Name}_Json", $"{method.Name}_Forms", $"{method.Name}_Rules"]);
        _routeParameters = routeParameters;
        Report = report;
        Cancellation = cancellation;
        Forms = new FormTypeParser(cancellation);
    }

    /// <summary>Takes what is wrong; <see langword="null"/> where nobody asks.</summary>
    public Report? Report { get; }

    public CancellationToken Cancellation { get; }

    /// <summary>Whether the endpoint answers a method whose requests have a body.</summary>
    public bool TakesBody { get; private init; }

    /// <summary>Reads the types of all form objects of the handler, whose readers stand beside each other.</summary>
    public FormTypeParser Forms { get; }

    /// <param name="method">The handler.</param>
    /// <param name="routeParameters">The parameters of the endpoint's template.</param>
    /// <param name="takesBody">Whether the endpoint answers a method whose requests have a body.</param>
    /// <param name="report">Takes what is wrong.</param>
    /// <param name="cancellation">Ends the parsing.</param>
    /// <param name="parameters">The models.</param>
    public static bool TryParse(
        IMethodSymbol method,
        IReadOnlyCollection<string> routeParameters,
        bool takesBody,
        Report? report,
        CancellationToken cancellation,
        out ParameterModel[] parameters
    )
    {
        var parser = new ParameterParser(method, routeParameters, report, cancellation) { TakesBody = takesBody };
        var parsed = method.Parameters.Select(parser.ParseChecked).ToArray();
        parameters = [.. parsed.OfType<ParameterModel>()];
        return parameters.Length == parsed.Length && parser.CheckOneBody(method, parameters);
    }

    /// <summary>Reads a parameter, or a member of an object that is made of parameters.</summary>
    /// <param name="target">What is bound.</param>
    /// <param name="local">The name that its variable should have.</param>
    /// <returns><see langword="null"/> where it cannot be bound; then it has been reported why.</returns>
    public ParameterModel? Parse(Bindable target, string local)
    {
        Cancellation.ThrowIfCancellationRequested();
        var source = ParameterSources.Find(target, _routeParameters, out var key);
        var unique = Identifier.Escape(_locals.Unique(local));
        if (ParameterSources.MarkersOf(target) is [var first, var second, ..])
        {
            var reason = $"{NameOf(first)} and {NameOf(second)} both say so";
            Report?.Invoke(
                Descriptors.AmbiguousParameter,
                second.Location(Cancellation) ?? target.Location,
                target.Name,
                target.Type.ToDisplayString(),
                reason
            );
            return null;
        }

        if (source is null)
        {
            return Ambiguous(target, "a service and a body look alike");
        }

        var model = new ParameterModel
        {
            Local = unique,
            Source = source.Name,
            Key = key,
            TypeName = target.Type.ToGlobalName(),
            AnnotatedTypeName = "",
            IsOptional = target.IsOptional,
            IsForgiven = target.IsForgiven,
            HoldsNullable = target.Type.HoldsNullable(),
            ForbidsNull = target.ForbidsNull,
            Default = target.Default,
            IsNoCredential = source.MayBeCredential && target.Attribute(Names.NotCredential) is not null,
        };
        return source.Parse(target, model, this);
    }

    /// <summary>Whether the endpoint's template has the parameter.</summary>
    public bool HasRouteParameter(string name) => _routeParameters.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// The parameter of the endpoint's template that a name was probably meant to be: one that nothing binds, and that the name is like.
    /// </summary>
    public string? NearRouteParameter(string name)
    {
        if (_routeParameters.Count == 0)
        {
            return null;
        }

        var bound = _method
            .Parameters.Select(Bindable.Of)
            .SelectMany(parameter => parameter.Attribute(Names.AsParameters) is null ? [parameter] : PartsOf(parameter))
            .Select(bindable => bindable.Attribute(Names.FromRoute)?.Named<string>("Name") ?? bindable.Name)
            .ToArray();
        return NearestName.Mistyped(
            name,
            _routeParameters.Where(parameter => !bound.Contains(parameter, StringComparer.OrdinalIgnoreCase))
        );
    }

    /// <summary>Reports that a parameter cannot be bound.</summary>
    public ParameterModel? Unsupported(Bindable target, string reason)
    {
        Report?.Invoke(Descriptors.UnsupportedParameter, target.Location, target.Name, reason);
        return null;
    }

    private static string NameOf(AttributeData attribute) => $"[{attribute.AttributeClass!.Name.Replace("Attribute", "")}]";

    private static IEnumerable<Bindable> PartsOf(Bindable target) =>
        ConstructionParser.Parse(target.Type).Members.Select(member => member.Bindable);

    private ParameterModel? ParseChecked(IParameterSymbol parameter)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In) || parameter.Type.IsRefLikeType)
        {
            return Unsupported(Bindable.Of(parameter), "an asynchronous handler takes its parameters by value");
        }

        return Parse(Bindable.Of(parameter), parameter.Name) is not { } model ? null
            : ParameterSources.Of(model).CheckedAs is { } source ? model with { Validation = ParseRules(parameter, source) }
            : model;
    }

    private ValidationModel? ParseRules(IParameterSymbol parameter, ValueSource source)
    {
        Action<ValidationProblem>? reject = Report is { } report
            ? problem =>
            {
                if (problem.Kind is ValidationProblemKind.Endless)
                {
                    Unsupported(Bindable.Of(parameter), problem.Message);
                }
                else
                {
                    report(Descriptors.UnusableRule, problem.Location, problem.Rule, problem.Target, problem.Message);
                }
            }
            : null;
        return ValidationParser.Parse(parameter, parameter.Type, source, reject, Cancellation);
    }

    /// <summary>The body can be read in one form only.</summary>
    private bool CheckOneBody(IMethodSymbol method, ParameterModel[] parameters)
    {
        var first = (Name: "", Format: (BodyFormat?)null);
        var whole = "";
        var isValid = true;
        for (var i = 0; i < parameters.Length; i++)
        {
            var name = method.Parameters[i].Name;
            foreach (var source in parameters[i].Leaves().Select(ParameterSources.Of))
            {
                if (source.Body?.Format is not { } format)
                {
                    continue;
                }

                if (first.Format is null)
                {
                    first = (name, format);
                }

                // A JSON document may be bound whole and in parts; two whole ones would be two ways to say one thing.
                var takesWhole = !source.SharesBody && !format.IsDivisible;
                var other =
                    format != first.Format ? first.Name
                    : takesWhole ? whole
                    : "";
                if (other.Length > 0)
                {
                    Ambiguous(Bindable.Of(method.Parameters[i]), $"'{other}' takes the body as {first.Format.Name} already");
                    isValid = false;
                }
                else if (takesWhole)
                {
                    whole = name;
                }
            }
        }

        return isValid;
    }

    private ParameterModel? Ambiguous(Bindable target, string reason)
    {
        Report?.Invoke(Descriptors.AmbiguousParameter, target.Location, target.Name, target.Type.ToDisplayString(), reason);
        return null;
    }
}
