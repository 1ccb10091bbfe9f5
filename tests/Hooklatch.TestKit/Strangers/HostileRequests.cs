using Hooklatch.TestKit.Vectors;

namespace Hooklatch.TestKit.Strangers;

/// <summary>What a stranger may send instead of a genuine delivery, whose headers they know and whose key they do not.</summary>
internal static class HostileRequests
{
    /// <summary>As long as Kestrel lets the headers of a request be, less the genuine ones.</summary>
    private const int HeaderLength = 30_000;

    /// <summary>As long as Kestrel lets a request line be, less the path.</summary>
    private const int QueryLength = 7_000;

    private static readonly string[] Delimiters =
    [
        ",",
        ";",
        "=",
        ".",
        ":",
        " ",
        "&",
        "%",
        "%2C",
        "+",
        "/",
        "|",
        "\"",
        "\\",
        "{",
        "[",
        "a",
        "é",
        "0",
        "a=b,",
        "v1=a,",
        "a;",
        "a.b.",
    ];

    /// <summary>The body in every dear shape, under the genuine headers.</summary>
    public static IEnumerable<HostileRequest> WithBody(Vector genuine, int size) =>
        from shape in HostileBodies.Of(genuine.Body, size)
        select new HostileRequest(
            shape.Name,
            genuine.Method is "GET" ? "POST" : genuine.Method,
            QueryOf(genuine),
            shape.ContentType is { } type ? With(genuine.Headers, "Content-Type", type) : genuine.Headers,
            shape.Body
        );

    /// <summary>Each header filled with each delimiter, alone and after what is genuine; the query, too.</summary>
    public static IEnumerable<HostileRequest> WithHeaders(Vector genuine)
    {
        foreach (var header in genuine.Headers)
        {
            foreach (var delimiter in Delimiters)
            {
                var filling = HostileBodies.Repeat(delimiter, HeaderLength);
                yield return Of($"{header.Key}: {delimiter}", With(genuine.Headers, header.Key, filling));
                yield return Of($"{header.Key}: …{delimiter}", With(genuine.Headers, header.Key, header.Value + filling));
            }
        }

        foreach (var delimiter in Delimiters)
        {
            var filling = HostileBodies.Repeat(delimiter, QueryLength);
            yield return Of($"?{delimiter}", genuine.Headers) with
            {
                Query = "?" + filling,
            };
            yield return Of($"?…{delimiter}", genuine.Headers) with
            {
                Query = QueryOf(genuine) is { Length: > 0 } query ? $"{query}&{filling}" : $"?a={filling}",
            };
        }

        HostileRequest Of(string name, IReadOnlyList<KeyValuePair<string, string>> headers) =>
            new(name, genuine.Method, QueryOf(genuine), headers, genuine.Body);
    }

    private static string QueryOf(Vector vector) => vector.Url is { } url ? new Uri(url).Query : "";

    private static KeyValuePair<string, string>[] With(IEnumerable<KeyValuePair<string, string>> headers, string name, string value) =>
        [.. headers.Where(header => !header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)), new(name, value)];
}
