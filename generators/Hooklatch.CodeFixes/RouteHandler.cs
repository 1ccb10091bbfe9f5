using Hooklatch.Generators.Common;
using Hooklatch.Generators.Services;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Hooklatch.CodeFixes;

/// <summary>
/// Writes what a route calls in the place of a webhook: a static method as it is; for a method of a class a lambda that takes the class's services beside
/// the method's own parameters, builds the class as generated code did, and calls the method.
/// </summary>
internal static class RouteHandler
{
    private const string FromServices = "[global::Microsoft.AspNetCore.Mvc.FromServices]";
    private const string FromKeyedServices = "global::Microsoft.Extensions.DependencyInjection.FromKeyedServices";

    /// <summary>Whether the class of a method can be built for a route: no request of Hooklatch's own belongs to it.</summary>
    public static bool IsPossible(IMethodSymbol method) =>
        method.IsStatic
            ? !method.IsAbstract && !method.IsVirtual
            : method.Parameters.All(parameter => parameter.RefKind is RefKind.None)
                && CallParser.TryFindConstructor(method.ContainingType, location: null, report: null, out var constructor)
                && constructor!.Parameters.All(parameter => parameter.RefKind is RefKind.None && !parameter.Type.Is(Names.WebhookContext));

    /// <param name="finding">Where the method stands.</param>
    /// <param name="method">The method.</param>
    /// <param name="syntax">Its declaration, without the attributes that make it a webhook.</param>
    /// <returns>The handler as an expression.</returns>
    public static string Of(Finding finding, IMethodSymbol method, MethodDeclarationSyntax syntax)
    {
        if (method.IsStatic || !CallParser.TryFindConstructor(method.ContainingType, location: null, report: null, out var constructor))
        {
            return Identifier.Escape(method.Name);
        }

        var names = new NameScope([.. method.Parameters.Select(parameter => parameter.Name)]);
        var services = constructor!
            .Parameters.Select(parameter => (Parameter: parameter, Name: Identifier.Escape(names.Unique(parameter.Name))))
            .ToArray();
        var parameters = services
            .Select(service => Declaration(finding, service.Parameter, service.Name))
            .Concat(syntax.ParameterList.Parameters.Select(parameter => parameter.WithoutTrivia().ToString()));
        var arguments = services.Select(service => $"{service.Name}{Forgiven(service.Parameter)}");
        var attributes = string.Concat(syntax.AttributeLists.Select(list => $"{list.WithoutTrivia()} "));
        var built = $"new {Identifier.Escape(method.ContainingType.Name)}({string.Join(", ", arguments)})";
        var call =
            $".{Identifier.Escape(method.Name)}({string.Join(", ", method.Parameters.Select(parameter => Identifier.Escape(parameter.Name)))})";
        return $"{attributes}{Body(method, $"({string.Join(", ", parameters)}) =>", built, call, Identifier.Escape(names.Unique("handler")))}";
    }

    /// <summary>A class that is disposed of lives until its method is done.</summary>
    private static string Body(IMethodSymbol method, string head, string built, string call, string handler)
    {
        var isAsynchronous = method.ContainingType.Implements(Names.AsyncDisposable);
        if (!isAsynchronous && !method.ContainingType.Implements(Names.Disposable))
        {
            return $"{head} {built}{call}";
        }

        var result = method.ReturnType is INamedTypeSymbol { IsGenericType: true } ? "return " : "";
        return $"async {head} {{ {(isAsynchronous ? "await " : "")}using var {handler} = {built}; {result}await {handler}{call}; }}";
    }

    private static string Declaration(Finding finding, IParameterSymbol parameter, string name)
    {
        var type = parameter.Type;
        if (parameter.HasExplicitDefaultValue && type.IsReferenceType)
        {
            type = type.WithNullableAnnotation(NullableAnnotation.Annotated);
        }

        var source =
            parameter.Attribute(Names.FromKeyedServices)?.ApplicationSyntaxReference?.GetSyntax() is { } keyed
                ? $"[{keyed.WithoutTrivia()}] "
            // What a plugin has of its own is registered with its key.
            : type.Is(Names.Logger) || type.Is(Names.Storage) ? $"[{FromKeyedServices}({Literal.String(KeyOf(finding))})] "
            : type.Is(Names.HttpContext) ? ""
            : $"{FromServices} ";
        return $"{source}{type.ToMinimalDisplayString(finding.Model, finding.Node.SpanStart)} {name}";
    }

    private static string Forgiven(IParameterSymbol parameter) =>
        parameter
            is { HasExplicitDefaultValue: true, Type: { IsReferenceType: true, NullableAnnotation: not NullableAnnotation.Annotated } }
            ? "!"
            : "";

    private static string KeyOf(Finding finding) =>
        finding.Model.Compilation.Assembly.Attribute(Names.Plugin) is { } plugin
            ? $"{plugin.Positional<string>(0)}.{plugin.Positional<string>(1)}"
            : "";
}
