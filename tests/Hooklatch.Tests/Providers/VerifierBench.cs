using System.Text;
using Hooklatch.Bodies;
using Hooklatch.Configuration;
using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Plugins;
using Hooklatch.Verification.Custom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.Tests.Providers;

/// <summary>A verifier in code without a host around it: settings, a request, a verdict.</summary>
internal sealed class VerifierBench
{
    public static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);

    private readonly IRequestVerifier _verifier;

    public VerifierBench(CodeSignatureAttribute attribute, params (string Path, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Plugins:tests.bench:{setting.Path}", setting.Value)))
            .Build();
        var plugin = new PluginScope(new Manifest(), new PluginConfiguration(configuration, "tests", "bench"));
        _verifier = attribute.CreateVerifier(new VerifierSettings(plugin, "/hook"));
    }

    public string? MissingSetting => _verifier.MissingSetting;

    public IServiceProvider? Services { get; init; }

    /// <summary>Verifies as the pipeline does: the headers first, then the body.</summary>
    public async Task<Verdict> VerifyAsync(BenchRequest request, DateTimeOffset? now = null)
    {
        var http = request.ToHttp();
        if (Services is { } services)
        {
            http.RequestServices = services;
        }

        return _verifier.CheckHeaders(new VerificationRequest(http, now ?? Now))
            ?? await _verifier.VerifyAsync(new VerificationRequest(http, now ?? Now, new MemoryBody(request.Body)), request.Leaves);
    }

    /// <summary>The status of a refusal; 200 for a delivery that is verified.</summary>
    public async Task<int> StatusAsync(BenchRequest request, DateTimeOffset? now = null) =>
        (await VerifyAsync(request, now)).Rejection?.Status ?? 200;

    private sealed class Manifest : PluginManifest
    {
        public override string Author => "tests";

        public override string Module => "bench";

        public override void MapWebhooks(WebhookMap map) { }
    }
}

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
