using Hooklatch.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Hooklatch.Generators.Parse;

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
                : ServiceKind.Registered,
            TypeName = type.ToGlobalName(),
            IsOptional = target.IsOptional,
            Key = keyed is { ConstructorArguments: [var key, ..] } ? key.ToCSharpString() : null,
        };
    }
}
