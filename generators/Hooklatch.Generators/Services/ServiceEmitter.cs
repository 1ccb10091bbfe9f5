namespace Hooklatch.Generators.Services;

/// <summary>Writes how a service is obtained.</summary>
internal static class ServiceEmitter
{
    public static bool IsFromContainer(ServiceModel service) =>
        service.Kind is ServiceKind.Registered or ServiceKind.Keyed or ServiceKind.OfPlugin or ServiceKind.Provider;

    /// <param name="service">The service.</param>
    /// <param name="plugin">An expression for the plugin's key; within a handler, that of the delivery.</param>
    public static string Expression(ServiceModel service, string plugin = "delivery.Plugin") =>
        service.Kind switch
        {
            ServiceKind.WebhookContext => "delivery",
            ServiceKind.HttpContext => "delivery.Http",
            ServiceKind.Provider => "services",
            ServiceKind.OfPlugin => Get("Keyed", $"services, {plugin}", service),
            ServiceKind.Keyed => Get("Keyed", $"services, {service.Key}", service),
            _ => Get("", "services", service),
        };

    private static string Get(string kind, string arguments, ServiceModel service) =>
        $"global::Hooklatch.Binding.Service.{(service.IsOptional ? "Optional" : "Required")}{kind}<{service.TypeName}>({arguments})"
        + (service.IsForgiven ? "!" : "");
}
