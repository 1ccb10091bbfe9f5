using Hooklatch.Generators.Model;

namespace Hooklatch.Generators.Emit;

/// <summary>Writes how a service is obtained.</summary>
internal static class ServiceEmitter
{
    public static bool IsFromContainer(ServiceModel service) =>
        service.Kind is ServiceKind.Registered or ServiceKind.Keyed or ServiceKind.Provider;

    public static string Expression(ServiceModel service) =>
        service.Kind switch
        {
            ServiceKind.WebhookContext => "context",
            ServiceKind.HttpContext => "http",
            ServiceKind.Provider => "services",
            ServiceKind.Keyed => Get("Keyed", $"services, {service.Key}", service),
            _ => Get("", "services", service),
        };

    private static string Get(string kind, string arguments, ServiceModel service) =>
        $"global::Hooklatch.Binding.Service.{(service.IsOptional ? "Optional" : "Required")}{kind}<{service.TypeName}>({arguments})"
        + (service.IsForgiven ? "!" : "");
}
