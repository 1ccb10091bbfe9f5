using Hooklatch.Http;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Routing;

/// <summary>Endpoints that do nothing but reject.</summary>
internal static class RejectionEndpoint
{
    public static Endpoint Create(Rejection rejection) =>
        new(http => ResponseWriter.WriteAsync(http, rejection), EndpointMetadataCollection.Empty, $"Hooklatch {rejection.Status}");
}
