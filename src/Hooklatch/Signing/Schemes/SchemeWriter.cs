using Hooklatch.Signing.Text;

namespace Hooklatch.Signing.Schemes;

/// <summary>Signs one request by one scheme: the inverse of its check, with the template, the fields and the time that the check reads.</summary>
internal sealed class SchemeWriter(string signature, SignatureScheme scheme, OutgoingRequest request)
{
    public void Sign(SignerKeys keys)
    {
        if (scheme.Condition is var (header, value))
        {
            request.Headers[header] = value;
        }

        scheme.SignedTime?.Write(request, scheme.PathsOfBody);
        var values = BodyValues();
        CheckSources(values);
        var http = request.ToHttpContext();
        var url = scheme.UsesUrl ? AbsoluteUrl() : null;
        var bytes = scheme.Sign(keys, TextWith);
        scheme.Write(request, bytes);

        byte[] TextWith(byte[] secret)
        {
            var text = scheme.TextOf(new ReceivedRequest(http, url, values), request.Body, secret, out var isAmbiguous);
            return isAmbiguous ? throw Fails("signs a value that its signed text could be divided at in two ways") : text;
        }
    }

    private string?[] BodyValues() =>
        !scheme.ReadsBody
            ? []
            : scheme.ReadBodyValues(request.Body) ?? throw Fails("signs a value of the body, which is no JSON or says it twice");

    private void CheckSources(string?[] values)
    {
        foreach (var header in scheme.HeadersOfText)
        {
            if (SecurityHeader.Count(HeaderName.Find(request.Headers, header)) is not HeaderCount.One)
            {
                throw Fails($"needs the header {header} once, which it signs");
            }
        }

        foreach (var name in scheme.QueryOfText)
        {
            if (request.Query(name) is null)
            {
                throw Fails($"needs the query parameter {name}, which it signs");
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is null && i != scheme.NumberOfSignature)
            {
                throw Fails($"needs a value at {scheme.PathsOfBody[i]} of the body, which it signs");
            }
        }
    }

    private string AbsoluteUrl() =>
        request.Url.IsAbsoluteUri ? request.Url.OriginalString : throw Fails("needs an absolute Url, since it signs the URL");

    private ArgumentException Fails(string what) => new($"{signature} {what}.");
}
