using Hooklatch.Generators.Common;
using Microsoft.CodeAnalysis;

namespace Hooklatch.Generators.Services;

/// <summary>Reads a parameter that dependency injection fills.</summary>
internal static class ServiceParser
{
    public static ServiceModel Parse(IParameterSymbol parameter) => Parse(Bindable.Of(parameter));

    public static ServiceModel Parse(Bindable target)
    {
        var keyed = target.Attribute(Names.FromKeyedServices);
        var type = target.Type;
        return new ServiceModel
        {
            Kind =
                keyed is not null ? ServiceKind.Keyed
                : type.Is(Names.WebhookContext) ? ServiceKind.WebhookContext
                : type.Is(Names.HttpContext) ? ServiceKind.HttpContext
                : type.Is(Names.ServiceProvider) ? ServiceKind.Provider
                : type.Is(Names.Storage) || type.Is(Names.Logger) ? ServiceKind.OfPlugin
                : ServiceKind.Registered,
            TypeName = type.ToNotNullName(),
            IsOptional = target.IsOptional,
            IsForgiven = target.IsForgiven,
            Key =
                keyed is null ? null
                : keyed.ConstructorArguments is [var key] ? ConstantExpression.OfObject(key)
                // [FromKeyedServices] inherits the key of its class, and a handler's class has none.
                : "null",
        };
    }
}
