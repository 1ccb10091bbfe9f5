using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hooklatch.Http;

/// <summary>The one place that writes a status code.</summary>
internal static class ResponseWriter
{
    public static Task WriteAsync(HttpContext http, WebhookResult result) =>
        result.Body switch
        {
            FixedAnswer answer => WriteBytesAsync(http, result.Status, answer.ContentType, answer.Body),
            IResult own => own.ExecuteAsync(http),
            Rejection rejection => WriteRejectionAsync(http, rejection),
            BindingErrors errors => WriteProblemAsync(
                http,
                new HttpValidationProblemDetails(errors.ByParameter) { Status = result.Status }
            ),
            WebhookException rejection => WriteRejectionAsync(http, rejection),
            var value when result.Type is { } type => WriteJsonAsync(http, result.Status, value, type),
            string text => WriteBytesAsync(http, result.Status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text)),
            _ => WriteEmpty(http, result.Status),
        };

    private static Task WriteEmpty(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task WriteJsonAsync(HttpContext http, int status, object? value, JsonTypeInfo type)
    {
        // Serialised before the status is set: a value that cannot be serialised is a 500, not half an answer.
        using var buffer = new PooledBufferWriter();
        await using (
            var json = new Utf8JsonWriter(
                buffer,
                new JsonWriterOptions { MaxDepth = type.Options.MaxDepth, Encoder = type.Options.Encoder }
            )
        )
        {
            JsonSerializer.Serialize(json, value, type);
        }

        await WriteBytesAsync(http, status, "application/json; charset=utf-8", buffer.WrittenMemory);
    }

    private static async Task WriteBytesAsync(HttpContext http, int status, string? contentType, ReadOnlyMemory<byte> body)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            response.BodyWriter.Write(body.Span);
            await response.BodyWriter.FlushAsync(http.RequestAborted);
        }
    }

    private static Task WriteRejectionAsync(HttpContext http, Rejection rejection)
    {
        var headers = http.Response.Headers;
        if (rejection.Allow is { } allow)
        {
            headers.Allow = allow;
        }

        if (rejection.RetryAfterSeconds > 0)
        {
            headers.RetryAfter = rejection.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        }

        if (rejection.ClosesConnection && HttpProtocol.IsHttp11(http.Request.Protocol))
        {
            headers.Connection = "close";
        }

        if (rejection.HasNoBody)
        {
            // Said, so that no middleware of the host takes it for an answer that still lacks its body.
            http.Response.ContentLength = 0;
            return WriteEmpty(http, rejection.Status);
        }

        var problem = new ProblemDetails { Status = rejection.Status, Detail = rejection.Detail };
        if (rejection.Explanation is { } explanation)
        {
            problem.Extensions["explanation"] = explanation;
        }

        return WriteProblemAsync(http, problem);
    }

    private static Task WriteRejectionAsync(HttpContext http, WebhookException rejection)
    {
        foreach (var (name, value) in rejection.Headers)
        {
            http.Response.Headers[name] = value;
        }

        return WriteProblemAsync(http, new ProblemDetails { Status = rejection.Status, Detail = rejection.Detail });
    }

    private static async Task WriteProblemAsync(HttpContext http, ProblemDetails problem)
    {
        http.Response.StatusCode = problem.Status!.Value;
        var service = http.RequestServices.GetService<IProblemDetailsService>();
        var context = new ProblemDetailsContext { HttpContext = http, ProblemDetails = problem };
        if (service is not null && await service.TryWriteAsync(context))
        {
            return;
        }

        // The framework's writer declines when the sender's Accept excludes JSON; a webhook's error still says what is wrong, as the host
        // wants it said.
        http.RequestServices.GetService<IOptions<ProblemDetailsOptions>>()?.Value.CustomizeProblemDetails?.Invoke(context);
        await TypedResults.Problem(problem).ExecuteAsync(http);
    }
}
