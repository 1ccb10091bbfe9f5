using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Routing;

/// <summary>Endpoints that do nothing but refuse.</summary>
internal static class Refusal
{
    public static Endpoint Endpoint(Rejection rejection) =>
        new(http => ResponseWriter.WriteAsync(http, rejection), EndpointMetadataCollection.Empty, $"Hooklatch {rejection.Status}");
}
