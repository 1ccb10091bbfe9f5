using System.Text.Json;
using Hooklatch.Console.Access;
using Hooklatch.Console.Audit;
using Hooklatch.Console.Hosting;
using Hooklatch.Management;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Api;

/// <summary>Who is asking; signing in and out by a browser.</summary>
internal static class SessionApi
{
    /// <summary>How long the text of a sign-in may be, in bytes.</summary>
    public const int MaxBody = 4096;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/session", http => AnswerAsync(http, http.Caller()));
        api.MapPost("/session", SignInAsync).WithMetadata(new OpenToAll());
        api.MapDelete("/session", SignOutAsync);
    }

    private static async Task SignInAsync(HttpContext http)
    {
        if (HostUsers.Decide(http.GetEndpoint()!.Metadata))
        {
            await Elsewhere().WriteAsync(http);
            return;
        }

        var (signIn, problem) = await ReadAsync(http);
        if (signIn is null)
        {
            await problem!.WriteAsync(http);
            return;
        }

        var limit = http.RequestServices.GetRequiredService<SignInLimit>();
        if (limit.TryTake(http) is { } wait)
        {
            await Refusal.TooMany(wait).WriteAsync(http);
            return;
        }

        var tokens = http.RequestServices.GetRequiredService<ConsoleTokens>();
        var audit = http.RequestServices.GetRequiredService<SignInAudit>();
        var (token, how) = signIn switch
        {
            { Token: { } text } => (tokens.Find(text), "token"),
            { Code: { } code } => (Use(http, code) ? tokens.Strongest : null, "login link"),
            _ => throw new InvalidOperationException(),
        };
        if (token is null)
        {
            await audit.RefusedAsync(http, how);
            await Unknown(signIn).WriteAsync(http);
            return;
        }

        limit.GiveBack(http);
        var caller = new Caller(token.Name, token.Role, http.RequestServices.GetRequiredService<Peers>().Of(http))
        {
            By = Credential.Cookie,
        };
        await audit.SignedInAsync(caller, how);
        var lifetime = http.RequestServices.GetRequiredService<LiveConsoleOptions>().Current.SessionLifetime;
        http.RequestServices.GetRequiredService<SessionCookie>().Begin(http, token, lifetime);
        await AnswerAsync(http, caller);
    }

    private static async Task SignOutAsync(HttpContext http)
    {
        var cookie = http.RequestServices.GetRequiredService<SessionCookie>();
        if (http.Caller().By is not Credential.Cookie || cookie.Read(http) is not { } session)
        {
            await Elsewhere().WriteAsync(http);
            return;
        }

        http.RequestServices.GetRequiredService<EndedSessions>().Add(session);
        await http.RequestServices.GetRequiredService<SignInAudit>().SignedOutAsync(http.Caller());
        cookie.Forget(http);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Task AnswerAsync(HttpContext http, Caller caller) =>
        http.Response.WriteAsJsonAsync(
            http.RequestServices.GetRequiredService<SessionViews>().Of(caller),
            ManagementJson.Default.SessionView,
            contentType: null,
            http.RequestAborted
        );

    private static bool Use(HttpContext http, string code) => http.RequestServices.GetRequiredService<LoginCode>().TryUse(code);

    private static async ValueTask<(SignIn? SignIn, Refusal? Problem)> ReadAsync(HttpContext http)
    {
        if (!http.Request.HasJsonContentType())
        {
            return (
                null,
                new Refusal(StatusCodes.Status415UnsupportedMediaType, "A sign-in is JSON.", "Send Content-Type: application/json.")
            );
        }

        var body = new byte[MaxBody + 1];
        var length =
            http.Request.ContentLength > MaxBody
                ? body.Length
                : await http.Request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, http.RequestAborted);
        if (length > MaxBody)
        {
            return (null, new Refusal(StatusCodes.Status413PayloadTooLarge, $"A sign-in has at most {MaxBody} bytes.", null));
        }

        try
        {
            var signIn = JsonSerializer.Deserialize(body.AsSpan(0, length), ManagementJson.Default.SignIn);
            // One of the two: otherwise a code could be tried for free beside a token.
            return signIn is null || signIn.Token is null == signIn.Code is null ? (null, Malformed()) : (signIn, null);
        }
        catch (JsonException)
        {
            return (null, Malformed());
        }
    }

    private static Refusal Malformed() =>
        new(StatusCodes.Status400BadRequest, "The sign-in cannot be read.", """Send {"token": "…"} or {"code": "…"}.""");

    private static Refusal Unknown(SignIn signIn) =>
        signIn.Code is null
            ? new(StatusCodes.Status401Unauthorized, "This token is not known.", "It was never configured here, or it was taken away.")
            : new(
                StatusCodes.Status401Unauthorized,
                "This login link no longer works.",
                "It works once, for ten minutes, and until the next start. Start the host again, or sign in with a token."
            );

    private static Refusal Elsewhere() =>
        new(
            StatusCodes.Status409Conflict,
            "This is no session of the console.",
            "Sign in and out where the host's own authentication does, or leave the token out."
        );
}
