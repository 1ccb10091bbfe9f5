using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Routing;

/// <summary>
/// Runs the endpoint filters that a host adds to webhooks (<c>AddEndpointFilter</c>). They stand around the whole receipt of a delivery: a
/// filter sees the request, and no parameter that is not verified yet.
/// </summary>
internal static class EndpointFilters
{
    public static void Apply(EndpointBuilder builder)
    {
        if (builder.FilterFactories.Count == 0)
        {
            return;
        }

        var receive = builder.RequestDelegate!;
        EndpointFilterDelegate filtered = async context =>
        {
            await receive(context.HttpContext);
            return Results.Empty;
        };
        var factory = new EndpointFilterFactoryContext { MethodInfo = receive.Method, ApplicationServices = builder.ApplicationServices };
        foreach (var filter in builder.FilterFactories.Reverse())
        {
            filtered = filter(factory, filtered);
        }

        builder.RequestDelegate = async http =>
        {
            var answer = await filtered(EndpointFilterInvocationContext.Create(http));
            if ((answer as IResult ?? (answer is string text ? Results.Text(text) : null)) is { } result)
            {
                await result.ExecuteAsync(http);
            }
        };
    }
}
