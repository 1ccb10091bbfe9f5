using Hooklatch.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Parse;

/// <summary>Reads a parameter that dependency injection fills.</summary>
internal static class ServiceParser
{
    public static ServiceModel Parse(IParameterSymbol parameter)
    {
        var keyed = parameter.Attribute(Names.FromKeyedServices);
        var type = parameter.Type;
        return new ServiceModel
        {
            Kind =
                keyed is not null ? ServiceKind.Keyed
                : type.Is(Names.WebhookContext) ? ServiceKind.WebhookContext
                : type.Is(Names.HttpContext) ? ServiceKind.HttpContext
                : type.Is(Names.ServiceProvider) ? ServiceKind.Provider
                : ServiceKind.Registered,
            TypeName = type.ToNotNullName(),
            IsOptional = parameter.HasExplicitDefaultValue || type.NullableAnnotation is NullableAnnotation.Annotated,
            IsForgiven = DefaultExpression.Of(parameter) is DefaultExpression.ForgivenNull,
            Key =
                keyed is null ? null
                : keyed.ConstructorArguments is [var key] ? ConstantExpression.OfObject(key)
                // [FromKeyedServices] inherits the key of its class, and a handler's class has none.
                : "null",
        };
    }
}
