using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes how a service is obtained.</summary>
internal static class ServiceEmitter
{
    private const string Extensions = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";
    private const string KeyedExtensions = "global::Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions";

    public static string Expression(ServiceModel service) =>
        service.Kind switch
        {
            ServiceKind.WebhookContext => "context",
            ServiceKind.HttpContext => "http",
            ServiceKind.Provider => "http.RequestServices",
            ServiceKind.Keyed => $"{KeyedExtensions}.{Get("Keyed", service)}<{service.TypeName}>(http.RequestServices, {service.Key})",
            _ => $"{Extensions}.{Get("", service)}<{service.TypeName}>(http.RequestServices)",
        };

    private static string Get(string kind, ServiceModel service) => service.IsOptional ? $"Get{kind}Service" : $"GetRequired{kind}Service";
}
