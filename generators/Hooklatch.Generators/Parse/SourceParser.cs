using Hooklatch.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Parse;

/// <summary>Decides where a value comes from: by its attribute, else by its type, never at run time.</summary>
internal static class SourceParser
{
    /// <param name="target">What is bound.</param>
    /// <param name="routeParameters">The parameters of the endpoint's template.</param>
    /// <param name="key">The name by which the sender knows the value.</param>
    /// <returns>The source, or <see langword="null"/> where it is not clear.</returns>
    public static ParameterSource? Parse(Bindable target, IReadOnlyCollection<string> routeParameters, out string key)
    {
        key = target.Name;
        foreach (var attribute in target.Symbol.GetAttributes())
        {
            if (ExplicitSource(attribute, target.Type) is { } source)
            {
                key = attribute.Named<string>("Name") ?? key;
                return source;
            }
        }

        if (routeParameters.Contains(target.Name, StringComparer.OrdinalIgnoreCase) && TextParser.Parse(target.Type) is not null)
        {
            return ParameterSource.Route;
        }

        return ImplicitSource(target.Type);
    }

    private static ParameterSource? ExplicitSource(AttributeData attribute, ITypeSymbol type)
    {
        var marker = attribute.AttributeClass;
        return marker.Is(Names.FromHeader) ? ParameterSource.Header
            : marker.Is(Names.FromQuery) ? ParameterSource.Query
            : marker.Is(Names.FromRoute) ? ParameterSource.Route
            : marker.Is(Names.FromForm) ? FormSource(type)
            : marker.Is(Names.FromBody) ? BodySource(type)
            : marker.Is(Names.FromServices) || marker.Is(Names.FromKeyedServices) ? ParameterSource.Service
            : marker.Is(Names.FromJson) ? ParameterSource.JsonValue
            : marker.Is(Names.AsParameters) ? ParameterSource.Members
            : null;
    }

    private static ParameterSource FormSource(ITypeSymbol type) =>
        FileSource(type) ?? (TextParser.Parse(type) is not null ? ParameterSource.FormText : ParameterSource.FormObject);

    private static ParameterSource? FileSource(ITypeSymbol type) =>
        type.Is(Names.FormFileCollection) ? ParameterSource.FormFileCollection
        : type.Is(Names.FormCollection) ? ParameterSource.FormCollection
        : type.Is(Names.FormFile) ? ParameterSource.FormFile
        : TextParser.ElementOf(type, out var element) is not TextShape.One && element.Is(Names.FormFile) ? ParameterSource.FormFiles
        : null;

    private static ParameterSource? ImplicitSource(ITypeSymbol type) =>
        type.Is(Names.WebhookContext) ? ParameterSource.WebhookContext
        : type.Is(Names.HttpContext) ? ParameterSource.HttpContext
        : type.Is(Names.HttpRequest) ? ParameterSource.HttpRequest
        : type.Is(Names.HttpResponse) ? ParameterSource.HttpResponse
        : type.Is(Names.CancellationToken) ? ParameterSource.CancellationToken
        : type.Is(Names.ClaimsPrincipal) ? ParameterSource.User
        : FileSource(type) is { } file ? file
        : IsUploadedParts(type) ? ParameterSource.UploadedParts
        : BindsItself(type) ? ParameterSource.Custom
        : type.TypeKind is TypeKind.Interface && TextParser.Parse(type) is null || type.Attribute(Names.PluginConfig) is not null
            ? ParameterSource.Service
        : TextParser.Parse(type) is not null ? ParameterSource.Query
        : BodySource(type) is { } body && (body is not ParameterSource.JsonBody || IsOwn(type)) ? body
        : null;

    private static ParameterSource BodySource(ITypeSymbol type) =>
        type.Is("System.Text.Json.JsonElement") || IsNullableOf(type, Names.JsonElement) ? ParameterSource.JsonElement
        : type.IsOrInherits(Names.JsonNode) ? ParameterSource.JsonNode
        : type.Is("System.IO.Stream") ? ParameterSource.BodyStream
        : type.Is("System.IO.Pipelines.PipeReader") ? ParameterSource.BodyPipe
        : type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } && type.Is(Names.ReadOnlyMemory)
            ? ParameterSource.RawBody
        : ParameterSource.JsonBody;

    private static bool IsNullableOf(ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        && nullable.TypeArguments[0].Is(name);

    private static bool IsUploadedParts(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [var part] }
        && type.Is("System.Collections.Generic.IAsyncEnumerable`1")
        && part.Is(Names.UploadedPart);

    /// <summary><c>public static ValueTask&lt;T?&gt; BindAsync(HttpContext)</c>, as minimal APIs look for it.</summary>
    public static bool BindsItself(ITypeSymbol type) =>
        type.GetMembers("BindAsync")
            .OfType<IMethodSymbol>()
            .Any(method =>
                method
                    is {
                        IsStatic: true,
                        DeclaredAccessibility: Accessibility.Public,
                        ReturnType: INamedTypeSymbol { TypeArguments: [var bound] }
                    }
                && method.ReturnType.Is(Names.ValueTaskOf)
                && method.Parameters is [{ Type: var request }]
                && request.Is(Names.HttpContext)
                && (SymbolEqualityComparer.Default.Equals(bound, type) || IsNullableOf(bound, type))
            );

    private static bool IsNullableOf(ITypeSymbol type, ITypeSymbol value) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], value);

    /// <summary>
    /// Whether a type is data of somebody's own. A class of the framework is as likely a service that its author forgot to mark.
    /// </summary>
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
}
