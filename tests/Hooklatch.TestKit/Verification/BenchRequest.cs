using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hooklatch.TestKit.Verification;

/// <summary>A request to a <see cref="VerifierBench"/>.</summary>
internal sealed record BenchRequest(byte[] Body)
{
    public BenchRequest(string body)
        : this(Encoding.UTF8.GetBytes(body)) { }

    public string Method { get; init; } = "POST";

    public string ContentType { get; init; } = "application/json";

    /// <summary>When the sender goes away.</summary>
    public CancellationToken Leaves { get; init; }

    public string Query { get; init; } = "";

    public (string Name, string Value)[] Headers { get; init; } = [];

    public BenchRequest With(string name, string value) =>
        this with
        {
            Headers = [.. Headers.Where(header => header.Name != name), (name, value)],
        };

    public BenchRequest Twice(string name) => this with { Headers = [.. Headers, Headers.First(header => header.Name == name)] };

    public BenchRequest Without(string name) => this with { Headers = [.. Headers.Where(header => header.Name != name)] };

    public DefaultHttpContext ToHttp()
    {
        var http = new DefaultHttpContext();
        http.Request.Method = Method;
        http.Request.Path = "/hook";
        http.Request.QueryString = new QueryString(Query);
        http.Request.ContentType = ContentType;
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = "/hook" + Query;
        foreach (var (name, value) in Headers)
        {
            http.Request.Headers.Append(name, value);
        }

        return http;
    }
}
