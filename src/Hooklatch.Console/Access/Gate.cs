using Hooklatch.Console.Audit;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>The one way into the console: every endpoint of it is behind this, whatever an area maps.</summary>
internal sealed class Gate(
    ConsoleTokens tokens,
    HostCheck hosts,
    Authenticator authenticator,
    CrossSiteCheck crossSite,
    SignInLimit limit,
    SignInAudit audit
)
{
    /// <summary>Lets a request pass, or refuses it.</summary>
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        var endpoint = http.GetEndpoint()?.Metadata ?? EndpointMetadataCollection.Empty;
        var isApi = endpoint.GetMetadata<ConsolePart>() != ConsolePart.Page;
        ResponseHeaders.AddTo(http.Response, isApi);
        if (await CheckAsync(http, endpoint, isApi) is { } refusal)
        {
            await refusal.WriteAsync(http);
            return;
        }

        try
        {
            await next(http);
        }
        catch (InboxUnavailableException) when (!http.Response.HasStarted)
        {
            // What the store met is for the log, which has it already.
            await new Refusal(
                StatusCodes.Status503ServiceUnavailable,
                "The store cannot be used now.",
                "The log says why. Try again."
            ).WriteAsync(http);
        }
    }

    /// <summary>In the order in which a stranger learns least.</summary>
    private async ValueTask<Refusal?> CheckAsync(HttpContext http, EndpointMetadataCollection endpoint, bool isApi)
    {
        if (!HostUsers.Decide(endpoint) && tokens.Current.Count == 0)
        {
            return Refusal.Nothing;
        }

        if (hosts.Check(http) is { } misnamed)
        {
            return misnamed;
        }

        if (!isApi)
        {
            return null;
        }

        var caller = authenticator.Find(http);
        if (endpoint.GetMetadata<OpenToAll>() is not null)
        {
            if (caller is not null)
            {
                http.Features.Set(caller);
            }

            return crossSite.Check(http);
        }

        if (caller is null)
        {
            return await RefuseAsync(http, endpoint);
        }

        if (caller.By is not Credential.Bearer && crossSite.Check(http) is { } foreign)
        {
            return foreign;
        }

        var role = endpoint.GetMetadata<RequiredRole>()?.Role ?? ConsoleRole.Read;
        if (!caller.May(role))
        {
            return new Refusal(
                StatusCodes.Status403Forbidden,
                $"This needs the role {role.Name()}.",
                $"{LogText.Safe(caller.Name)} has the role {caller.Role.Name()}."
            );
        }

        http.Features.Set(caller);
        return null;
    }

    private async ValueTask<Refusal?> RefuseAsync(HttpContext http, EndpointMetadataCollection endpoint)
    {
        if (HostUsers.Decide(endpoint))
        {
            // The host has let the user in, and a claim says that it has no role here.
            return http.User.Identity?.IsAuthenticated == true
                ? new Refusal(StatusCodes.Status403Forbidden, "This user has no role in the console.", "A claim or a membership gives one.")
                : new Refusal(StatusCodes.Status401Unauthorized, "Sign in first.", null);
        }

        if (!Authenticator.HasBearer(http, out _))
        {
            return new Refusal(StatusCodes.Status401Unauthorized, "Sign in first.", "The session has ended, or there is none.");
        }

        if (limit.TryTake(http) is { } wait)
        {
            return Refusal.TooMany(wait);
        }

        await audit.RefusedAsync(http, "token");
        return new Refusal(
            StatusCodes.Status401Unauthorized,
            "This token is not known.",
            "It was never configured here, or it was taken away."
        );
    }
}
