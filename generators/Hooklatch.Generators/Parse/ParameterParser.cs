using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Emit;
using Hooklatch.Generators.FromJson;
using Hooklatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parse;

/// <summary>Decides where each parameter of a handler comes from: by its attribute, else by its type, never at run time.</summary>
internal static class ParameterParser
{
    public static bool TryParse(IMethodSymbol method, Report? report, CancellationToken cancellation, out ParameterModel[] parameters)
    {
        // What the generated method calls its own; an author's parameter of that name gets another.
        var locals = new NameScope("context", "http", "binder", "refusal", "handler", "result", "body", "status");
        var parsed = new List<ParameterModel>(method.Parameters.Length);
        foreach (var parameter in method.Parameters)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Parse(parameter, locals, report, cancellation) is { } model)
            {
                parsed.Add(model);
            }
        }

        parameters = [.. parsed];
        return parsed.Count == method.Parameters.Length && CheckOneBody(method, parameters, report);
    }

    private static ParameterModel? Parse(IParameterSymbol parameter, NameScope locals, Report? report, CancellationToken cancellation)
    {
        if (parameter.RefKind is not (RefKind.None or RefKind.In) || parameter.Type.IsRefLikeType)
        {
            report?.Invoke(
                Descriptors.UnsupportedParameter,
                parameter.Location(),
                parameter.Name,
                "an asynchronous handler takes its parameters by value"
            );
            return null;
        }

        if (parameter.Attribute(Names.FromJson) is { } fromJson)
        {
            return ParseJsonValue(parameter, fromJson, locals, report, cancellation);
        }

        return SourceOf(parameter, out var key) is { } source
            ? Parse(parameter, source, key, locals, report)
            : Ambiguous(parameter, report);
    }

    private static ParameterModel? ParseJsonValue(
        IParameterSymbol parameter,
        AttributeData fromJson,
        NameScope locals,
        Report? report,
        CancellationToken cancellation
    )
    {
        var value = JsonValueParser.Parse(parameter, fromJson.Positional<string>(0) ?? "", out var problem);
        if (value is null)
        {
            var isPath = problem!.Kind is JsonProblemKind.MalformedPath;
            report?.Invoke(
                isPath ? Descriptors.MalformedPath : Descriptors.UnreadableValue,
                isPath ? fromJson.ArgumentLocation(0, cancellation) : parameter.TypeLocation(cancellation),
                parameter.Name,
                problem.Message
            );
            return null;
        }

        return Model(parameter, ParameterSource.JsonValue, parameter.Name, locals) with
        {
            JsonValue = value,
        };
    }

    private static ParameterModel? Parse(IParameterSymbol parameter, ParameterSource source, string key, NameScope locals, Report? report)
    {
        var form = TextForm.Text;
        var value = parameter.Type;
        if (source is ParameterSource.Header or ParameterSource.Query && !TextFormParser.TryParse(parameter.Type, out form, out value))
        {
            report?.Invoke(
                Descriptors.UnsupportedParameter,
                parameter.Location(),
                parameter.Name,
                $"'{value.ToDisplayString()}' is not a string, an enumeration, an IParsable<T> or an array of these"
            );
            return null;
        }

        return Model(parameter, source, key, locals) with
        {
            Form = form,
            ValueTypeName = value.ToGlobalName(),
            Service = source is ParameterSource.Service ? ServiceParser.Parse(parameter) : null,
        };
    }

    private static ParameterModel Model(IParameterSymbol parameter, ParameterSource source, string key, NameScope locals)
    {
        var isNullableValue = parameter.Type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;
        return new ParameterModel
        {
            Local = Identifier.Escape(locals.Unique(parameter.Name)),
            Source = source,
            Key = key,
            ValueTypeName = parameter.Type.ToGlobalName(),
            IsOptional =
                parameter.HasExplicitDefaultValue || isNullableValue || parameter.Type.NullableAnnotation is NullableAnnotation.Annotated,
            IsNullableValue = isNullableValue,
            Default = DefaultExpression.Of(parameter),
        };
    }

    private static ParameterSource? SourceOf(IParameterSymbol parameter, out string key)
    {
        key = parameter.Name;
        foreach (var attribute in parameter.GetAttributes())
        {
            ParameterSource? source =
                attribute.AttributeClass.Is(Names.FromHeader) ? ParameterSource.Header
                : attribute.AttributeClass.Is(Names.FromQuery) ? ParameterSource.Query
                : attribute.AttributeClass.Is(Names.FromBody) ? BodySourceOf(parameter.Type)
                : attribute.AttributeClass.Is(Names.FromServices) ? ParameterSource.Service
                : attribute.AttributeClass.Is(Names.FromKeyedServices) ? ParameterSource.Service
                : null;
            if (source is not null)
            {
                key = attribute.Named<string>("Name") ?? key;
                return source;
            }
        }

        return ImplicitSourceOf(parameter.Type);
    }

    private static ParameterSource? ImplicitSourceOf(ITypeSymbol type) =>
        type.Is(Names.WebhookContext) ? ParameterSource.WebhookContext
        : type.Is(Names.HttpContext) ? ParameterSource.HttpContext
        : type.Is(Names.HttpRequest) ? ParameterSource.HttpRequest
        : type.Is(Names.HttpResponse) ? ParameterSource.HttpResponse
        : type.Is(Names.CancellationToken) ? ParameterSource.CancellationToken
        : type.Is(Names.ClaimsPrincipal) ? ParameterSource.User
        : type.TypeKind is TypeKind.Interface || type.Attribute(Names.PluginConfig) is not null ? ParameterSource.Service
        : TextFormParser.TryParse(type, out _, out _) ? ParameterSource.Query
        : BodySourceOf(type) is { } body && CanBeBody(type, body) ? body
        : null;

    /// <summary>
    /// What an unmarked type is taken from the body as. A class of the framework or of a library is as likely a service that its author
    /// forgot to mark, so only data of the plugin's own making and the JSON types are.
    /// </summary>
    private static bool CanBeBody(ITypeSymbol type, ParameterSource body) => body is not ParameterSource.JsonBody || IsOwn(type);

    private static bool IsOwn(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol array => IsOwn(array.ElementType),
            INamedTypeSymbol { IsAbstract: false } named => named.TypeKind is TypeKind.Class or TypeKind.Struct
                && (!IsFramework(named) || named.TypeArguments.Any(IsOwn)),
            _ => false,
        };

    private static bool IsFramework(INamedTypeSymbol type)
    {
        var outermost = type.ContainingNamespace;
        while (outermost is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            outermost = outermost.ContainingNamespace;
        }

        return outermost?.Name is "System" or "Microsoft";
    }

    private static ParameterSource? BodySourceOf(ITypeSymbol type) =>
        type.Is(Names.JsonElement) ? ParameterSource.JsonElement
        : type.IsOrInherits(Names.JsonNode) ? ParameterSource.JsonNode
        : type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } && type.Is(Names.ReadOnlyMemory)
            ? ParameterSource.RawBody
        : ParameterSource.JsonBody;

    private static ParameterModel? Ambiguous(IParameterSymbol parameter, Report? report)
    {
        report?.Invoke(
            Descriptors.AmbiguousParameter,
            parameter.Location(),
            parameter.Name,
            parameter.Type.ToDisplayString(),
            "a service and a body look alike"
        );
        return null;
    }

    /// <summary>The body can be read in one shape only, besides its raw bytes.</summary>
    private static bool CheckOneBody(IMethodSymbol method, ParameterModel[] parameters, Report? report)
    {
        var bodies = method.Parameters.Where((_, index) => parameters[index].Source is ParameterSource.JsonBody).ToArray();
        foreach (var second in bodies.Skip(1))
        {
            report?.Invoke(
                Descriptors.AmbiguousParameter,
                second.Location(),
                second.Name,
                second.Type.ToDisplayString(),
                $"the body is '{bodies[0].Name}' already"
            );
        }

        return bodies.Length < 2;
    }
}
