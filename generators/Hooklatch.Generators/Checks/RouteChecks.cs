using Hooklatch.Generators.Common;
using Hooklatch.Generators.Diagnostics;
using Hooklatch.Generators.Validation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Hooklatch.Generators.Checks;

/// <summary>
/// The rules of a route's parameters are checked by ASP.NET Core's own generator, which works in the assembly whose source calls
/// <c>AddValidation()</c>: what a host calls does nothing for the routes of a plugin.
/// </summary>
internal static class RouteChecks
{
    private const string RouteBuilder = "Microsoft.AspNetCore.Routing.IEndpointRouteBuilder";

    private static readonly string[] Maps = ["Map", "MapGet", "MapPost", "MapPut", "MapPatch", "MapDelete", "MapMethods"];

    /// <summary>Checks a call such as <c>routes.MapPost("/orders", (Order order) => …)</c> within a <c>[PluginRoutes]</c> method.</summary>
    public static void Check(IInvocationOperation call, ISymbol around, PluginIndex index, Report report, CancellationToken cancellation)
    {
        if (
            !Maps.Contains(call.TargetMethod.Name)
            || !call.TargetMethod.IsExtensionMethod
            || !call.TargetMethod.Parameters[0].Type.Is(RouteBuilder)
            || around.Attribute(Names.PluginRoutes) is null
            || HandlerOf(call) is not { } handler
        )
        {
            return;
        }

        var ruled = handler.Parameters.FirstOrDefault(parameter =>
            ValidationParser.Parse(parameter, parameter.Type, ValueSource.Json, report: null, cancellation) is not null
        );
        if (ruled is not null && !index.AddsValidation)
        {
            report(Descriptors.UncheckedRules, call.Arguments[call.Arguments.Length - 1].Syntax.GetLocation(), ruled.Name);
        }
    }

    private static IMethodSymbol? HandlerOf(IInvocationOperation call)
    {
        var value = call.Arguments.LastOrDefault()?.Value;
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value is not IDelegateCreationOperation creation ? null
            : creation.Target is IAnonymousFunctionOperation function ? function.Symbol
            : (creation.Target as IMethodReferenceOperation)?.Method;
    }
}
