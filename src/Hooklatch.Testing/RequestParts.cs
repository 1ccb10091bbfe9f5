using System.Net.Http.Headers;
using Hooklatch.Signing;

namespace Hooklatch.Testing;

/// <summary>What every request has, however it is signed.</summary>
internal static class RequestParts
{
    public static HttpRequestMessage Create(SignedRequestOptions options, byte[] body, (string Name, string Value)? query = null)
    {
        var url = query is { } added ? WithQuery(options.Url, added.Name, added.Value) : options.Url;
        var request = new HttpRequestMessage(options.Method, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(options.ContentType);
        foreach (var (name, value) in options.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    /// <summary>Names the event and the delivery where the scheme looks for them outside the body.</summary>
    public static void AddNames(
        HttpRequestMessage request,
        SignedRequestOptions options,
        EventFromAttribute? eventFrom,
        DeliveryIdFromAttribute? idFrom
    )
    {
        if (eventFrom?.Header is { } eventHeader && options.Event is { } name)
        {
            request.Headers.TryAddWithoutValidation(eventHeader, name);
        }

        if (eventFrom?.Query is { } query && options.Event is { } queried)
        {
            request.RequestUri = WithQuery(request.RequestUri!, query, queried);
        }

        if (idFrom?.Header is { } idHeader && !request.Headers.Contains(idHeader))
        {
            request.Headers.TryAddWithoutValidation(idHeader, options.DeliveryId ?? $"delivery-{Guid.NewGuid():N}");
        }
    }

    private static Uri WithQuery(Uri url, string name, string value)
    {
        var separator = url.OriginalString.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return new Uri($"{url.OriginalString}{separator}{name}={Uri.EscapeDataString(value)}", UriKind.RelativeOrAbsolute);
    }
}
