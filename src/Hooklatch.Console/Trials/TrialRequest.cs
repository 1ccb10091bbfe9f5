using Hooklatch.Endpoints;
using Hooklatch.Http;
using Hooklatch.Signing;
using Hooklatch.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.Console.Trials;

/// <summary>Makes the request of a test, as its sender would make it.</summary>
internal static class TrialRequest
{
    /// <summary>The request, not signed yet.</summary>
    public static OutgoingRequest Make(WebhookEndpoint webhook, Sample sample, string baseUrl, DateTimeOffset now)
    {
        var target = Path(webhook) + sample.Query;
        var request = new OutgoingRequest
        {
            Method = webhook.Methods is [var method, ..] && !webhook.Methods.Contains("POST") ? method : "POST",
            Url = new Uri(UrlOf(webhook, target) ?? baseUrl + target, UriKind.Absolute),
            Body = sample.Body,
            ContentType = sample.Body.Length == 0 ? null : sample.ContentType,
            Event = sample.Event,
            SignedAt = now,
        };
        foreach (var (name, value) in sample.Headers)
        {
            request.Headers[name] = value;
        }

        return request;
    }

    /// <summary>The request as the endpoint sees it.</summary>
    public static DefaultHttpContext ToHttp(
        OutgoingRequest outgoing,
        WebhookEndpoint webhook,
        Stream answer,
        IServiceProvider services,
        CancellationToken ended
    )
    {
        var http = Target(outgoing.Url, Path(webhook));
        http.RequestServices = services;
        http.RequestAborted = ended;
        http.Request.Method = outgoing.Method;
        foreach (var (name, values) in outgoing.Headers)
        {
            http.Request.Headers[name] = values;
        }

        if (outgoing.Body.Length > 0)
        {
            http.Request.ContentType = outgoing.ContentType;
            http.Request.ContentLength = outgoing.Body.Length;
            http.Request.Body = new MemoryStream(outgoing.Body, writable: false);
        }

        foreach (var (name, value) in Parameters(webhook))
        {
            http.Request.RouteValues[name] = value;
        }

        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(answer));
        return http;
    }

    /// <summary>The URL that the provider signs, where one is configured.</summary>
    private static string? UrlOf(WebhookEndpoint webhook, string target)
    {
        var http = new DefaultHttpContext();
        SetTarget(http, target, Path(webhook));
        return new SignedUrl(webhook.Plugin, webhook.Template).Of(http).FirstOrDefault(url => Uri.TryCreate(url, UriKind.Absolute, out _));
    }

    private static DefaultHttpContext Target(Uri url, string path)
    {
        var http = new DefaultHttpContext();
        http.Request.Scheme = url.Scheme;
        http.Request.Host = HostString.FromUriComponent(url);
        var original = url.OriginalString;
        var query = original.IndexOf('?', StringComparison.Ordinal);
        SetTarget(http, path + (query < 0 ? "" : original[query..]), path);
        return http;
    }

    private static void SetTarget(DefaultHttpContext http, string target, string path)
    {
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = target;
        http.Request.Path = PathString.FromUriComponent(path);
        http.Request.QueryString = new QueryString(target[path.Length..]);
    }

    private static string Path(WebhookEndpoint webhook) =>
        Parameters(webhook)
            .Aggregate(webhook.Path, (path, value) => path.Replace($"{{{value.Name}}}", value.Value, StringComparison.Ordinal));

    /// <summary>A value for each parameter of the path, of its type.</summary>
    private static IEnumerable<(string Name, string Value)> Parameters(WebhookEndpoint webhook)
    {
        var described = webhook.Details.Route;
        foreach (var name in RouteTemplate.ParametersOf(webhook.Template))
        {
            var value = described.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
            yield return (name, value is null ? "sample" : Uri.EscapeDataString(Placeholder.Text(value)));
        }
    }
}
