using Hooklatch.Bodies;
using Hooklatch.Configuration;
using Hooklatch.Hosting;
using Hooklatch.Lifecycle;
using Hooklatch.Plugins;
using Hooklatch.Verification.Custom;
using Microsoft.Extensions.Configuration;

namespace Hooklatch.TestKit.Verification;

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

    /// <summary>The status of a rejection; 200 for a delivery that is verified.</summary>
    public async Task<int> StatusAsync(BenchRequest request, DateTimeOffset? now = null) =>
        (await VerifyAsync(request, now)).Rejection?.Status ?? 200;

    private sealed class Manifest : PluginManifest
    {
        public override string Author => "tests";

        public override string Module => "bench";

        public override void MapWebhooks(WebhookMap map) { }
    }
}
