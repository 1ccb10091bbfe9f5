using System.Security.Claims;
using Hooklatch.Console.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace Hooklatch.Console.Access;

/// <summary>Users whom the host's own authentication has let in, and what they may do.</summary>
internal sealed class HostUsers(LiveConsoleOptions options)
{
    /// <summary>
    /// Whether the host's own authentication decides of an endpoint: where the host has asked for authorization, and nobody has excused the endpoint from it.
    /// </summary>
    public static bool Decide(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<IAllowAnonymous>() is null
        && (
            metadata.GetMetadata<IAuthorizeData>() is not null
            || metadata.GetMetadata<AuthorizationPolicy>() is not null
            || metadata.GetMetadata<IAuthorizationRequirementData>() is not null
        );

    /// <summary>The name of a user.</summary>
    public static string NameOf(ClaimsPrincipal user) =>
        user.Identity?.Name ?? user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? user.FindFirst("sub")?.Value ?? "user";

    /// <summary>
    /// The highest role that a claim or a membership gives. Without either, a user who was let in reads. One whose claims name only roles that do not exist,
    /// such as <c>none</c>, has none.
    /// </summary>
    public ConsoleRole? RoleOf(ClaimsPrincipal user)
    {
        var now = options.Current;
        var claims = user.FindAll(now.RoleClaim).Select(claim => claim.Value).ToArray();
        var roles = claims
            .Select(value => !string.IsNullOrWhiteSpace(value) && TokenRules.TryParse(value, out var role) ? role : (ConsoleRole?)null)
            .Append(user.IsInRole(now.ReadRole) ? ConsoleRole.Read : null)
            .Append(user.IsInRole(now.BodiesRole) ? ConsoleRole.Bodies : null)
            .Append(user.IsInRole(now.OperateRole) ? ConsoleRole.Operate : null);
        return roles.Max() ?? (claims.Length == 0 ? ConsoleRole.Read : null);
    }
}
