using System.Text;
using Hooklatch.Signing;

namespace Hooklatch.Testing;

/// <summary>A request that carries a token.</summary>
internal static class TokenRequest
{
    public static HttpRequestMessage Create(
        Type signature,
        TokenSchemeAttribute scheme,
        string secret,
        byte[] body,
        SignedRequestOptions options
    )
    {
        var token = scheme.IsBase64 ? Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)) : secret;
        var request = RequestParts.Create(options, body, scheme.Query is { } query ? (query, token) : null);
        if (scheme.Header is { } header)
        {
            request.Headers.TryAddWithoutValidation(header, scheme.Prefix + token);
        }

        RequestParts.AddNames(
            request,
            options,
            SchemeReader.Find<EventFromAttribute>(signature),
            SchemeReader.Find<DeliveryIdFromAttribute>(signature)
        );
        return request;
    }
}
