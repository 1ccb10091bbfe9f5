using System.Globalization;
using Hooklatch.Console.Access;
using Hooklatch.Console.Audit;
using Hooklatch.Management;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hooklatch.Console.Api;

/// <summary>Who changed what.</summary>
internal static class AuditApi
{
    private const int DefaultSize = 50;
    private const int MaxSize = 200;

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/audit", ReadAsync);

    private static async Task ReadAsync(HttpContext http)
    {
        if (!TryRead(http.Request.Query["before"], 1, long.MaxValue, out var before))
        {
            await Wrong("before must be the number of a row.").WriteAsync(http);
            return;
        }

        if (!TryRead(http.Request.Query["size"], 1, MaxSize, out var size))
        {
            await Wrong($"size must be a whole number from 1 to {MaxSize}.").WriteAsync(http);
            return;
        }

        var audit = http.RequestServices.GetRequiredService<AuditLog>();
        var page = await audit.ReadAsync(before, (int)(size ?? DefaultSize), http.RequestAborted);
        await http.Response.WriteAsJsonAsync(page, ManagementJson.Default.AuditPage, contentType: null, http.RequestAborted);
    }

    private static bool TryRead(string? text, long min, long max, out long? value)
    {
        value = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < min || number > max)
        {
            return false;
        }

        value = number;
        return true;
    }

    private static Refusal Wrong(string detail) => new(StatusCodes.Status400BadRequest, "The query cannot be read.", detail);
}
